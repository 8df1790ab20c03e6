import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { ask, paper, put, vorlagen, workFolder } from './cli-run.ts'

const folder = workFolder()
const db = join(folder, 'vergleich.db')

/** A paper of one of two towns: days of committee and council, what it costs, what is new. */
function of(town: string, nummer: string, days: readonly [string, string], more: string, closed = false): string {
  return paper(nummer, 'Steg am Mühlwehr')
    .replace('Quellenbrück', town)
    .replace('\nöffentlich\n', closed ? '\nnichtöffentlich\n' : '\nöffentlich\n')
    .replace('14.05.2031', days[0])
    .replace('28.05.2031', days[1])
    .replace(
      '| Datum | Gremium | Status | Zuständigkeit |\n|---|---|---|---|',
      '| Datum | Gremium | Status | Zuständigkeit | Ergebnis |\n|---|---|---|---|---|',
    )
    .replace('| Vorberatung |', '| Vorberatung | vertagt |')
    .replace('| Entscheidung |', '| Entscheidung | einstimmig beschlossen |')
    .replace('seit dem Hochwasser gesperrt.', `gesperrt. ${more}`)
}

before(async () => {
  const cost = 'Die Gesamtkosten betragen 5.000 €. Es werden 1,5 VZÄ neu geschaffen.'
  put(folder, 'ein/1.md', of('Quellenbrück', '0041/2031', ['14.05.2031', '28.05.2031'], cost))
  put(
    folder,
    'ein/2.md',
    of('Quellenbrück', '0042/2031', ['14.05.2031', '18.05.2031'], 'Die Gesamtkosten betragen 7.000 €.'),
  )
  put(
    folder,
    'ein/3.md',
    of(
      'Quellenbrück',
      '0043/2031',
      ['14.05.2031', '24.05.2031'],
      'Die Gesamtkosten betragen 9.000 €; die Gesamtkosten betragen brutto 9.900 €.',
    ),
  )
  put(folder, 'ein/4.md', of('Überau', '0044/2031', ['01.05.2031', '31.05.2031'], 'Kosten entstehen nicht.'))
  put(
    folder,
    'ein/5.md',
    of('Quellenbrück', '0045/2031', ['14.05.2031', '30.12.2031'], 'Die Gesamtkosten betragen 1.000.000 €.', true),
  )
  const { code, stderr } = await vorlagen(['import', join(folder, 'ein'), '--db', db, '--quiet'])
  assert.equal(code, 0, stderr)
  assert.deepEqual(ask(db, 'SELECT count(*) AS n, sum(nichtoeffentlich) AS zu FROM vorlage'), [{ n: 5, zu: 1 }])
})

async function csv(...args: string[]): Promise<string[][]> {
  const { code, stdout, stderr } = await vorlagen(['vergleich', ...args, '--csv', '--db', db])
  assert.deepEqual([code, stderr], [0, ''])
  const [head, ...rows] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
  assert.deepEqual(head, [
    'frage',
    'kommune',
    'jahr',
    'merkmal',
    'wert',
    'einheit',
    'genommen',
    'von',
    'deckung_prozent',
    'hinweis',
  ])
  return rows
}

test('amounts: one per paper, none that is closed, with coverage', async () => {
  assert.deepEqual(await csv('betraege', '--deckung', '70'), [
    ['betraege', 'Quellenbrück', '', 'gesamtkosten', '12000', 'Euro', '2', '3', '66.7', 'unter 70 %'],
  ])
})

test('days from the first consultation to the decision: the median', async () => {
  assert.deepEqual(await csv('dauer'), [
    ['dauer', 'Quellenbrück', '', 'Median', '10', 'Tage', '3', '3', '100', ''],
    ['dauer', 'Überau', '', 'Median', '30', 'Tage', '1', '1', '100', ''],
  ])
})

test('new posts, results and blank forms', async () => {
  assert.deepEqual(await csv('vzae'), [['vzae', 'Quellenbrück', '2031', 'neu', '1.5', 'VZÄ', '1', '1', '100', '']])
  assert.deepEqual(await csv('ergebnisse'), [
    ['ergebnisse', 'Quellenbrück', '', 'ausschuss: vertagt', '3', 'Schritte', '3', '3', '100', ''],
    ['ergebnisse', 'Quellenbrück', '', 'rat: beschlossen', '3', 'Schritte', '3', '3', '100', ''],
    ['ergebnisse', 'Überau', '', 'ausschuss: vertagt', '1', 'Schritte', '1', '1', '100', ''],
    ['ergebnisse', 'Überau', '', 'rat: beschlossen', '1', 'Schritte', '1', '1', '100', ''],
  ])
  for (const [, , , , wert, , genommen, , , hinweis] of await csv('vordruck'))
    assert.deepEqual([wert, genommen, hinweis], ['', '0', 'unter 50 %'])
})

test('for people: every question with its note, and a mark where too little is known', async () => {
  const { code, stdout } = await vorlagen(['vergleich', '--db', db])
  assert.equal(code, 0)
  for (const title of [
    'Neue VZÄ',
    'Beträge nach Art',
    'Von der ersten Beratung',
    'Leer gelassene',
    'Ergebnisse nach Art',
  ])
    assert.match(stdout, new RegExp(`^${title}`, 'm'))
  assert.match(stdout, /^Quellenbrück +Gesamtkosten +12\.000 {2}Euro +66,7 % \(2 von 3\)$/m)
  assert.match(stdout, /unter 50 %$/m)
  const wrong = await vorlagen(['vergleich', 'wetter', '--db', db])
  assert.equal(wrong.code, 2)
  assert.match(wrong.stderr, /es gibt vzae, betraege, dauer, vordruck, ergebnisse/)
})

test('the same paper in two files counts once; where the files disagree, not at all', async () => {
  const twice = join(folder, 'zwei.db')
  const days = ['14.05.2031', '28.05.2031'] as const
  const same = of('Quellenbrück', '0051/2031', days, 'Es werden 1,5 VZÄ neu geschaffen.')
  put(folder, 'zwei/1.md', same)
  put(folder, 'zwei/2.md', same.replace('gesperrt.', 'weiterhin gesperrt.'))
  put(folder, 'zwei/3.md', of('Quellenbrück', '0052/2031', days, 'Es werden 2 VZÄ neu geschaffen.'))
  put(folder, 'zwei/4.md', of('Quellenbrück', '0052/2031', days, 'Es werden 3 VZÄ neu geschaffen.'))
  await vorlagen(['import', join(folder, 'zwei'), '--db', twice, '--quiet'])
  const rows = async (id: string) =>
    (await vorlagen(['vergleich', id, '--csv', '--db', twice])).stdout.trimEnd().split('\n').slice(1)
  assert.deepEqual(await rows('vzae'), ['vzae,Quellenbrück,2031,neu,1.5,VZÄ,2,4,50,'])
  assert.deepEqual(await rows('dauer'), ['dauer,Quellenbrück,,Median,14,Tage,2,2,100,'])
  assert.deepEqual(await rows('ergebnisse'), [
    'ergebnisse,Quellenbrück,,ausschuss: vertagt,2,Schritte,2,2,100,',
    'ergebnisse,Quellenbrück,,rat: beschlossen,2,Schritte,2,2,100,',
  ])
})

test('closed steps of public papers, and papers held back, are in no figure; the snapshot gives the same figures', async () => {
  const closed = join(folder, 'zu.db')
  const open = of('Quellenbrück', '0061/2031', ['14.05.2031', '28.05.2031'], 'Die Gesamtkosten betragen 5.000 €.')
  put(folder, 'zu/1.md', open.replace('| Bauausschuss | öffentlich |', '| Bauausschuss | nichtöffentlich |'))
  // Says nothing of itself, and all its steps are closed.
  const silent = of('Überau', '0062/2031', ['14.05.2031', '28.05.2031'], 'Die Gesamtkosten betragen 7.000 €.')
  put(folder, 'zu/2.md', silent.replace('\nöffentlich\n', '\n').replaceAll('| öffentlich |', '| nichtöffentlich |'))
  // A closed file with the number and another amount of a public one.
  const twin = of('Quellenbrück', '0061/2031', ['14.05.2031', '28.05.2031'], 'Die Gesamtkosten betragen 6.000 €.', true)
  put(folder, 'zu/3.md', twin)
  await vorlagen(['import', join(folder, 'zu'), '--db', closed, '--quiet'])
  assert.deepEqual(
    ask(
      closed,
      "SELECT gremium_art, oeffentlichkeit FROM v_schritt WHERE nummer = '0061/2031' AND nichtoeffentlich = 0",
    ),
    [
      { gremium_art: 'ausschuss', oeffentlichkeit: 'nichtoeffentlich' },
      { gremium_art: 'rat', oeffentlichkeit: 'oeffentlich' },
    ],
  )
  const figures = await vorlagen(['vergleich', '--csv', '--db', closed])
  assert.doesNotMatch(figures.stdout, /Überau|ausschuss|6000|7000/)
  assert.match(figures.stdout, /^betraege,Quellenbrück,,gesamtkosten,5000,Euro,1,1,100,$/m)
  assert.match(figures.stdout, /^dauer,Quellenbrück,,Median,0,Tage,1,1,100,$/m)
  assert.match(figures.stdout, /^ergebnisse,Quellenbrück,,rat: beschlossen,1,Schritte,1,1,100,$/m)
  for (const source of [db, closed]) {
    const target = `${source}-schnappschuss`
    assert.equal((await vorlagen(['publizieren', target, '--db', source])).code, 0)
    const [inside, published] = await Promise.all(
      [source, join(target, 'aktuell/vorlagen.db')].map((one) => vorlagen(['vergleich', '--csv', '--db', one])),
    )
    assert.equal(published?.code, 0, published?.stderr)
    assert.equal(published?.stdout, inside?.stdout)
  }
})

test('amounts of other kinds: one per paper and kind, recurring ones apart, never with a sign nobody can tell', async () => {
  const kinds = join(folder, 'arten.db')
  const days = ['14.05.2031', '28.05.2031'] as const
  const says = ['Der Zuschuss des Landes beträgt 3.000 €.', 'Die Zuschüsse betragen 4.000 € und 5.000 €.']
  for (const [at, more] of says.entries()) put(folder, `arten/${at}.md`, of('Überau', `007${at}/2031`, days, more))
  put(folder, 'arten/9.md', of('Überau', '0079/2031', days, 'Die jährlichen Folgekosten betragen 800 €.'))
  await vorlagen(['import', join(folder, 'arten'), '--db', kinds, '--quiet'])
  const { stdout } = await vorlagen(['vergleich', 'betraege', '--csv', '--db', kinds])
  assert.deepEqual(stdout.trimEnd().split('\n').slice(1), [
    'betraege,Überau,,folgekosten-jaehrlich,800,Euro je Jahr,1,1,100,',
    'betraege,Überau,,zuschuss,3000,Euro,1,2,50,',
  ])
})

test('the total of one project in several papers of a town counts once; expenses of their own add up', async () => {
  const project = join(folder, 'vorhaben.db')
  const days = ['14.05.2031', '28.05.2031'] as const
  for (const at of [1, 2]) {
    put(folder, `vor/${at}.md`, of('Überau', `008${at}/2031`, days, 'Die Gesamtkosten betragen 5.000 €.'))
    put(folder, `vor/${at}a.md`, of('Überau', `009${at}/2031`, days, 'Der Aufwand beträgt 700 €.'))
    put(folder, `vor/${at}b.md`, of('Überau', `007${at}/2031`, days, 'Die jährlichen Folgekosten betragen 800 €.'))
  }
  await vorlagen(['import', join(folder, 'vor'), '--db', project, '--quiet'])
  const { stdout } = await vorlagen(['vergleich', 'betraege', '--csv', '--db', project])
  assert.deepEqual(stdout.trimEnd().split('\n').slice(1), [
    'betraege,Überau,,aufwand,1400,Euro,3,4,75,',
    'betraege,Überau,,gesamtkosten,5000,Euro,3,4,75,',
    'betraege,Überau,,folgekosten-jaehrlich,800,Euro je Jahr,1,2,50,',
  ])
})

test('new posts: a paper counts one quantity per year and unit, or none where quantities may be parts of each other', async () => {
  const posts = join(folder, 'stellen.db')
  const days = ['14.05.2031', '28.05.2031'] as const
  const made = (...amounts: string[]) =>
    amounts.map((amount, at) => `Im Bereich ${'ABCD'[at]} werden ${amount} VZÄ neu geschaffen.`).join(' ')
  for (const [town, said] of [
    ['Einmal', made('12,25', '12,25', '12,25')],
    ['Gesamt', made('5,00', '4', '1')],
    ['Teile', made('30', '10', '21')],
    ['Zwei', made('4', '1')],
  ] as const)
    put(folder, `stellen/${town}.md`, of(town, '0101/2031', days, said))
  await vorlagen(['import', join(folder, 'stellen'), '--db', posts, '--quiet'])
  const { stdout } = await vorlagen(['vergleich', 'vzae', '--csv', '--db', posts])
  assert.deepEqual(stdout.trimEnd().split('\n').slice(1), [
    'vzae,Einmal,2031,neu,12.25,VZÄ,3,3,100,',
    'vzae,Gesamt,2031,neu,5,VZÄ,3,3,100,',
    'vzae,Teile,2031,neu,,VZÄ,0,3,0,unter 50 %',
    'vzae,Zwei,2031,neu,,VZÄ,0,2,0,unter 50 %',
  ])
  const { stdout: said } = await vorlagen(['vergleich', 'vzae', '--db', posts])
  assert.match(
    said.replaceAll('\n', ' '),
    /mehrere verschiedene Mengen, die Teile voneinander sein können, zählen nicht/,
  )
})
