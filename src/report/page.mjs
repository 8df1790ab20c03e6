/*
 * What the page does beyond showing: sort tables, show one city, search papers, open what a link leads to.
 * Without it everything is still there. It asks no network for anything.
 */
const german = new Intl.Collator('de', { numeric: true })
const told = document.getElementById('ansage')

for (const table of document.querySelectorAll('table[data-sortierbar]')) {
  for (const [column, head] of [...table.tHead.rows[0].cells].entries()) {
    const button = document.createElement('button')
    button.type = 'button'
    button.append(...head.childNodes)
    head.append(button)
    button.addEventListener('click', () => sort(table, column))
  }
}

/* Long tables show their first rows until asked for all; on paper all are there. */
for (const table of document.querySelectorAll('table.zahlen')) {
  const rows = table.tBodies[0].rows.length
  if (rows <= 30) continue
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'mehr'
  button.textContent = `Alle ${rows.toLocaleString('de-DE')} Zeilen zeigen`
  button.addEventListener('click', () => showAll(table))
  table.parentElement.after(button)
  table.classList.add('kurz')
}

function showAll(table) {
  table.classList.remove('kurz')
  table.parentElement.parentElement.querySelector('.mehr')?.remove()
}

function sort(table, column) {
  const heads = [...table.tHead.rows[0].cells]
  const head = heads[column]
  const direction = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending'
  for (const one of heads) one.removeAttribute('aria-sort')
  head.setAttribute('aria-sort', direction)
  const sign = direction === 'ascending' ? 1 : -1
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, value: keyOf(row.cells[column]) }))
  rows.sort((a, b) => {
    // What has no value stands last, whichever way.
    if (a.value === '' || b.value === '') return (a.value === '') - (b.value === '')
    return sign * (typeof a.value === 'number' ? a.value - b.value : german.compare(a.value, b.value))
  })
  table.tBodies[0].append(...rows.map(({ row }) => row))
  told.textContent = `Sortiert nach ${head.textContent}, ${sign > 0 ? 'aufsteigend' : 'absteigend'}.`
}

function keyOf(cell) {
  const value = cell.dataset.s
  return value === undefined ? cell.textContent.trim() : value === '' ? '' : Number(value)
}

const places = document.getElementById('kommune')
const search = document.getElementById('suche')
const named = [...new Set([...document.querySelectorAll('tr[data-k]')].map((row) => row.dataset.k))].sort(
  german.compare,
)
for (const name of named) places.add(new Option(name, name))
places.addEventListener('change', choose)
search.addEventListener('input', choose)
document.getElementById('wahl').hidden = false

function choose() {
  const place = places.value
  const words = search.value.trim().toLocaleLowerCase('de')
  let shown = 0
  if (place !== '') for (const table of document.querySelectorAll('table.kurz')) showAll(table)
  for (const row of document.querySelectorAll('tr[data-k]')) row.hidden = place !== '' && row.dataset.k !== place
  for (const paper of document.querySelectorAll('#register > details')) {
    const fits =
      (place === '' || paper.dataset.k === place) && paper.textContent.toLocaleLowerCase('de').includes(words)
    paper.hidden = !fits
    if (fits) shown += 1
  }
  told.textContent = `${shown} Vorlagen gezeigt.`
}

function open() {
  const aim = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null
  if (!aim) return
  const short = aim.closest('table.kurz')
  if (short) showAll(short)
  const hidden = aim.closest('[hidden]')
  if (hidden) hidden.hidden = false
  const folded = aim.closest('details')
  if (folded) {
    folded.open = true
    aim.scrollIntoView()
    folded.querySelector('summary').focus({ preventScroll: true })
  } else if (aim.classList.contains('beleg')) {
    aim.focus()
  }
}
addEventListener('hashchange', open)
addEventListener('keydown', (event) => {
  const shown = document.querySelector('.beleg:target')
  if (event.key === 'Escape' && shown) shown.querySelector('.zurueck a').click()
})
open()
