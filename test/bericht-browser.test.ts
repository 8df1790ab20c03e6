/** The report in a real browser, where one is installed. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { importedPapers, manyTowns } from './bericht-papers.ts'
import { vorlagen, workFolder } from './cli-run.ts'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const program = [process.env.CHROMIUM ?? '', ...PLACES].find((path) => path && existsSync(path))
const skip = program ? false : 'no Chromium is installed'
const folder = workFolder()
const file = join(folder, 'bericht.html')
let browser: Browser | undefined

before(async () => {
  if (!program) return
  const db = await importedPapers(folder)
  assert.equal((await vorlagen(['bericht', file, '--db', db])).code, 0)
  browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
})
after(() => browser?.close())

/** The report as a reader has it before him, and everything that went wrong on the way. */
async function opened(options: BrowserContextOptions = {}, path = file): Promise<{ page: Page; wrong: string[] }> {
  assert.ok(browser)
  const page = await (await browser.newContext(options)).newPage()
  const wrong: string[] = []
  page.on('console', (message) => wrong.push(message.text()))
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== pathToFileURL(path).href) wrong.push(request.url())
  })
  await page.goto(pathToFileURL(path).href)
  return { page, wrong }
}

const figures = (page: Page): Promise<string[]> =>
  page.locator('#vzae tbody .wert').evaluateAll((cells) => cells.map((cell) => cell.textContent ?? ''))

test('asks no network, complains of nothing, runs nothing a paper says', { skip }, async () => {
  const { page, wrong } = await opened()
  page.on('dialog', () => wrong.push('a dialog'))
  for (const details of await page.locator('#register summary').all()) await details.click()
  await page.mouse.wheel(0, 5000)
  assert.deepEqual(wrong, [])
})

test('tables sort by mouse and by keyboard, and say so', { skip }, async () => {
  const { page } = await opened()
  const head = page.locator('#vzae th', { hasText: 'Wert' })
  await head.getByRole('button').click()
  assert.equal(await head.getAttribute('aria-sort'), 'ascending')
  assert.deepEqual(await figures(page), ['3,5\u00a0VZÄ', '12,25\u00a0VZÄ'])
  await page.keyboard.press('Enter')
  assert.equal(await head.getAttribute('aria-sort'), 'descending')
  assert.deepEqual(await figures(page), ['12,25\u00a0VZÄ', '3,5\u00a0VZÄ'])
  assert.match((await page.locator('#ansage').textContent()) ?? '', /Sortiert nach Wert, absteigend/)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  assert.equal(await head.getAttribute('aria-sort'), null)
  assert.equal(await page.locator('#vzae th', { hasText: 'Deckung' }).getAttribute('aria-sort'), 'ascending')
})

for (const javaScriptEnabled of [true, false])
  test(`a figure leads to its quote and its paper, ${javaScriptEnabled ? 'with' : 'without'} script`, {
    skip,
  }, async () => {
    const { page } = await opened({ javaScriptEnabled })
    await page.locator('#vzae a', { hasText: '12,25' }).click()
    const panel = page.locator('.beleg:target')
    await panel.waitFor({ state: 'visible' })
    assert.match(await panel.innerText(), /0084\/2032 Freibad.*12,25\s*VZÄ/s)
    assert.equal(await panel.locator('q').innerText(), '12,25 VZÄ')
    await panel.locator('li a').first().click()
    const paper = page.locator('#register details', { hasText: '0084/2032' })
    await paper.locator('.karte').waitFor({ state: 'visible' })
    assert.match(await paper.innerText(), /31\.05\.2032|28\.05\.2032 · Rat der Stadt · Entscheidung/)
    assert.equal(await panel.count(), 0)
  })

test('Escape closes the proofs and gives the focus back', { skip }, async () => {
  const { page } = await opened()
  const figure = page.locator('#vzae a', { hasText: '12,25' })
  await figure.focus()
  await page.keyboard.press('Enter')
  const panel = page.locator('.beleg:target')
  await panel.waitFor({ state: 'visible' })
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  assert.equal(await page.evaluate('location.hash'), `#${await figure.getAttribute('id')}`)
  assert.equal(await page.evaluate('document.activeElement.id'), await figure.getAttribute('id'))
})

test('one city, and papers by their words', { skip }, async () => {
  const { page } = await opened()
  await page.locator('#kommune').selectOption('Überau')
  assert.deepEqual(await figures(page).then(() => page.locator('#vzae tbody tr:visible th').allInnerTexts()), [
    'Überau',
  ])
  await page.locator('#kommune').selectOption('')
  await page.locator('#suche').fill('schleuse')
  assert.equal(await page.locator('#register details:visible').count(), 1)
})

for (const width of [360, 768, 1280])
  test(`nothing is wider than a screen of ${width} points, also with proofs open`, { skip }, async () => {
    const { page } = await opened({ viewport: { width, height: 740 } })
    await page.locator('#betraege tbody a').first().click()
    for (const details of await page.locator('#register details').all())
      await details.evaluate((one) => one.setAttribute('open', ''))
    const wide = await page
      .locator(':root, .tafel, .beleg:target')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.className))
    assert.deepEqual(wide, [])
  })

test('on paper: figures and tables, without what only works on a screen, dark or not', { skip }, async () => {
  const { page } = await opened({ colorScheme: 'dark' })
  await page.locator('#vzae a', { hasText: '12,25' }).click()
  await page.emulateMedia({ media: 'print' })
  for (const hidden of ['nav', '#wahl', '.beleg:target', '#vorlagen'])
    assert.equal(await page.locator(hidden).isVisible(), false, hidden)
  for (const shown of ['h1', '#vzae figure svg[role="img"] >> visible=true', '#vzae table', '#kommunen table'])
    assert.equal(await page.locator(shown).first().isVisible(), true, shown)
  assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(255, 255, 255)')
  assert.equal(await page.evaluate('getComputedStyle(document.body).color'), 'rgb(29, 35, 39)')
  assert.equal((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString(), '%PDF-')
})

test('a long table is short until asked, when one city is chosen, and on paper', { skip }, async () => {
  const many = join(folder, 'viele.html')
  assert.equal((await vorlagen(['bericht', many, '--db', await manyTowns(folder)])).code, 0)
  const { page, wrong } = await opened({}, many)
  const rows = page.locator('#vzae tbody tr:visible')
  assert.equal(await rows.count(), 25)
  assert.match(await page.locator('#vzae figure').innerText(), /Gezeigt sind die 25 Kommunen .*; 10 weitere/)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await rows.count(), 35)
  await page.emulateMedia({ media: 'screen' })
  await page.locator('#vzae .mehr').click()
  assert.equal(await rows.count(), 35)
  await page.reload()
  await page.locator('#kommune').selectOption('Steinwald')
  assert.deepEqual(await page.locator('#vzae tbody tr:visible th').allInnerTexts(), ['Steinwald'])
  assert.deepEqual(wrong, [])
})
