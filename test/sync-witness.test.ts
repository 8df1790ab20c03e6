/** What an OParl system says stands beside what was read with the real extractors, and the differences are named. */
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { COMPOSITION, extractors } from '../src/cli/composition.ts'
import { paperOf } from '../src/sources/oparl/objects.ts'
import { openStore } from '../src/store/store.ts'
import { benchFor, ran } from '../src/sync/testing.ts'
import { paper } from './cli-run.ts'
import { answer, oparlServer, type ServedPaper } from './oparl-server.ts'

const REAL = { extractors, composition: COMPOSITION }
const kinds = Object.assign({}, ...extractors.map(({ records }) => records))

test('only what both say and cannot both be true is a difference', async (t) => {
  const server = await oparlServer(t)
  const served = (change: Partial<ServedPaper>): ServedPaper => ({
    reference: 'Nr. 17/2031',
    name: 'Steg am Mühlwehr',
    paperType: 'Beschlussvorlage',
    modified: '2021-05-02',
    main: { text: paper('17/2031', 'Steg am Mühlwehr: Erneuerung') },
    steps: [
      { start: '2031-05-14T16:00:00', body: 'Bauausschuss' },
      { start: '2031-05-28T16:00:00', body: 'Rat der Stadt' },
    ],
    ...change,
  })
  const north = server.bodies.get('nord')
  north?.set('1', served({}))
  north?.set(
    '2',
    served({ reference: '18/2031', name: 'Freibad', steps: [{ start: '2031-06-01T00:10:00', body: 'Rat' }] }),
  )
  const bench = benchFor(t)
  const quellen = [
    {
      art: 'oparl',
      id: 'rat',
      kommune: { name: 'Quellenbrück' },
      endpunkt: server.endpoint,
      netz: { pauseMillisekunden: 0 },
    },
  ]
  const config = bench.config({ quellen })
  const result = await ran(config, REAL)
  assert.equal(result.counts.abweichungen, 1)
  const store = openStore(config.datenbank, kinds)
  t.after(() => store.close())
  const rows = store.db.prepare('SELECT papier, feld, oparl FROM oparl_abweichung ORDER BY feld').all()
  const papier = `${server.base}/paper/nord/2`
  assert.deepEqual(rows, [
    { papier, feld: 'beratung 2031-06-01', oparl: '2031-06-01 Rat' },
    { papier, feld: 'name', oparl: 'Freibad' },
    { papier, feld: 'nummer', oparl: '18/2031' },
  ])
  const steps = store.db.prepare(`SELECT datum, gremien, rolle FROM oparl_beratung WHERE papier LIKE '%/1' ORDER BY nr`)
  assert.deepEqual(steps.all(), [
    { datum: '2031-05-14', gremien: '["Bauausschuss"]', rolle: 'Entscheidung' },
    { datum: '2031-05-28', gremien: '["Rat der Stadt"]', rolle: 'Entscheidung' },
  ])
})

const corpus = join(import.meta.dirname, '../../shared/corpus/karlsruhe')

test('records of a real system are understood', {
  skip: !existsSync(corpus) && 'the corpus is not here',
}, async (t) => {
  const server = await oparlServer(t)
  const north = server.bodies.get('nord')
  let consultations = 0
  for (const file of globSync('*.oparl.json', { cwd: corpus })) {
    const kept = JSON.parse(readFileSync(join(corpus, file), 'utf8'))
    const name = basename(file, '.oparl.json')
    const text = readFileSync(join(corpus, `${name}.txt`))
    const said = paperOf(kept.paper)
    assert.ok(said?.nummer && said.datum && said.geaendert && said.art, file)
    consultations += said.beratungen.length
    // Their addresses lead to the world outside; here they lead to what is kept of it.
    const raw = JSON.parse(JSON.stringify(kept.paper).replaceAll(/https:\/\/[\w.]+\/oparl/g, `${server.base}/fern`))
    for (const one of raw.auxiliaryFile) server.failAlways(new URL(one.downloadUrl).pathname, answer(text, {}))
    for (const one of kept.consultations) {
      const { _meeting: meeting, _agendaItem: item, _organizationName: names } = one
      if (meeting) server.failAlways(pathOf(one.meeting), answer(JSON.stringify(meeting)))
      if (item) server.failAlways(pathOf(one.agendaItem), answer(JSON.stringify(item)))
      one.organization?.forEach((url: string, at: number) => {
        if (names?.[at]) server.failAlways(pathOf(url), answer(JSON.stringify({ id: url, name: names[at] })))
      })
    }
    north?.set(name, { modified: kept.paper.modified, raw })
  }
  const bench = benchFor(t)
  const netz = { pauseMillisekunden: 0, wartenMillisekunden: 1 }
  const quellen = [{ art: 'oparl', id: 'k', kommune: { name: 'K', ags: '08212000' }, endpunkt: server.endpoint, netz }]
  const config = bench.config({ quellen })
  const result = await ran(config, REAL)
  assert.equal(result.counts.fehlt, 0)
  assert.ok(result.counts.neu >= 10)
  const store = openStore(config.datenbank, kinds)
  t.after(() => store.close())
  const count = (sql: string): unknown => store.db.prepare(sql).pluck().get()
  assert.equal(count('SELECT count(*) FROM oparl_papier WHERE nummer IS NOT NULL AND name IS NOT NULL'), north?.size)
  assert.equal(count('SELECT count(*) FROM oparl_beratung'), consultations)
  assert.ok(Number(count(`SELECT count(*) FROM oparl_beratung WHERE datum IS NOT NULL AND gremien <> '[]'`)) > 0)
})

function pathOf(url: string): string {
  return `/fern${new URL(url).pathname.replace('/oparl', '')}`
}
