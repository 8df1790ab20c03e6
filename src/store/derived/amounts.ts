/**
 * One amount per paper: what the paper costs once, if that can be told; and whether another paper has it already, or a
 * later version of the same paper has one of its own.
 *
 * Units: cent.
 * Reads: `betrag_je_fassung`. Never the same paper from two files. What a closed file says never changes the amount of
 * a public one. That a paper is a later version is told by its number alone: that of another paper, with a number of its
 * own behind it (`0123/2024/1`, `-02`, ` E1`).
 */
import { LEFT_OUT } from './rules.ts'
import { CLOSED_COLUMN, column, type DerivedView, PAPER_COLUMNS } from './view.ts'

/** Kinds every paper has its own of: the same figure in another paper is other money. */
const OWN = `'aufwand', 'auszahlung'`
/** Papers by the administration: motions and answers have the number of what they are about, too. */
const PROPOSALS = `'beschlussvorlage', 'berichtsvorlage', 'mitteilungsvorlage', 'informationsvorlage'`
/** Ends of numbers that count versions: how long they are, and what they look like. */
const VERSIONS = [
  [2, '[-/.][0-9]'],
  [3, '[-/.][0-9][0-9]'],
  [3, '[-/ ]E[0-9]'],
  [4, '[-/ ]E[0-9][0-9]'],
] as const
/** Papers that are the same one: no town or number, and it is one by itself. */
const SAME = `v."kommune_name", v."nummer", CASE WHEN v."kommune_name" IS NULL OR v."nummer" IS NULL THEN v."id" END`
/** The papers of `PAPERS`, joined in the order in which all three tables lie in the file. */
const FROM_PAPERS = `FROM "betrag_je_fassung" e CROSS JOIN "vorlage" v ON v."id" = e."vorlage_id"
    CROSS JOIN "quelle" q ON q."id" = v."quelle_id"
    WHERE v."aktuell" = 1 AND v."status" <> 'fehler' AND q."dublette_von" IS NULL`
const LEFT_OUT_COLUMNS = LEFT_OUT.map(([, name]) => `e."ohne_${name}"`).join(', ')
const LIKE_CENT = ['wie cent', 'as cent'] as const
const RECORD = { leer: LIKE_CENT, typ: 'TEXT' } as const

export const AMOUNT_PER_PAPER: DerivedView = {
  name: 'v_betrag_je_vorlage',
  de: 'Ein einmaliger Betrag der Ausgabenseite je Vorlage, oder leer, mit Grund; zusammenzählen nur, wo wiederholt = 0 und spaetere_fassung leer ist',
  en: 'One non-recurring amount of expenditure per paper, or NULL, with the reason; add up only where wiederholt = 0 and spaetere_fassung IS NULL',
  key: 'vorlage_id',
  needs: [
    'betrag.cent',
    'betrag.art',
    'betrag.turnus',
    'betrag.ungefaehr',
    'betrag.jahr',
    'vorlage.nummer',
    'vorlage.art',
    'vorlage.kommune_name',
    'vorlage.datum',
  ],
  columns: [
    ...PAPER_COLUMNS,
    column('cent', 'Der Betrag; zusammenzählen nur, wo er zählt (siehe oben)', 'The amount; see above for adding up', {
      einheit: 'Cent',
      typ: 'INTEGER',
      leer: [
        'siehe regel: es gibt keinen, oder keiner ist eindeutig',
        'see regel: there is none, or none is unequivocal',
      ],
    }),
    column('euro', 'Derselbe Betrag', 'The same amount', { einheit: 'Euro', typ: 'REAL', leer: LIKE_CENT }),
    column('regel', 'Warum dieser Betrag, oder warum keiner', 'Why this amount, or why none', { typ: 'TEXT' }),
    column(
      'genommen',
      'Die Datensätze des Betrags, als JSON-Liste',
      'The records of the amount, as a JSON list',
      RECORD,
    ),
    column('ungefaehr', 'Ist er als ungefähr gedruckt?', 'Is it printed as approximate?', {
      einheit: '0/1',
      typ: 'INTEGER',
      leer: LIKE_CENT,
    }),
    column(
      'wiederholt',
      '1: derselbe Betrag derselben Art steht schon in einer früheren Vorlage der Kommune (oder einer ohne Kommune, wenn diese keine nennt) oder in ihrer eigenen späteren Fassung, wohl für dasselbe Vorhaben',
      '1: an earlier paper of the municipality (or another without one) or its own later version has the same amount of the same kind, probably for the same project',
      { einheit: '0/1', typ: 'INTEGER', leer: LIKE_CENT },
    ),
    column(
      'spaetere_fassung',
      'Eine spätere Fassung oder Ergänzung derselben Vorlage, nach ihrer Nummer, die selbst einen Betrag nennt (vorlage.id)',
      'A later version of or supplement to the same paper, by its number, that states an amount itself (vorlage.id)',
      { typ: 'INTEGER', leer: ['keine Vorlage sagt es, oder cent ist leer', 'no paper says so, or cent is NULL'] },
    ),
    ...LEFT_OUT.map(([, name, de, en]) =>
      column(`ohne_${name}`, `Weggelassen: ${de}`, `Left out: ${en}`, { einheit: 'Beträge', typ: 'INTEGER' }),
    ),
    CLOSED_COLUMN,
  ],
  // Few papers have an amount, so that only those are compared with each other.
  select: `WITH u AS MATERIALIZED (
    SELECT v."id", v."kommune_name", v."nummer", v."datum", v."art" AS vorlage_art, v."nichtoeffentlich", e."cent", e."art",
      CASE WHEN v."nichtoeffentlich" = 0
        THEN min(CASE WHEN v."nichtoeffentlich" = 0 THEN e."cent" END) OVER w <> max(CASE WHEN v."nichtoeffentlich" = 0 THEN e."cent" END) OVER w
        ELSE min(e."cent") OVER w <> max(e."cent") OVER w END AS uneins,
      row_number() OVER w AS wievielte
    ${FROM_PAPERS} AND e."cent" IS NOT NULL WINDOW w AS (PARTITION BY ${SAME}
      ORDER BY v."nichtoeffentlich", v."id" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  ), c AS MATERIALIZED (
    SELECT * FROM u WHERE NOT uneins AND wievielte = 1
  ), f AS MATERIALIZED (
    SELECT c.*, substr(c."nummer", 1, length(c."nummer") - m.laenge) AS stamm,
      CAST(ltrim(substr(c."nummer", -m.laenge), '-/. E') AS INTEGER) AS folge
    FROM c JOIN (${VERSIONS.map(([length, shape]) => `SELECT ${length} AS laenge, '${shape}' AS muster`).join(' UNION ALL ')}) m
      ON substr(c."nummer", -m.laenge) GLOB m.muster
    WHERE c.vorlage_art IN (${PROPOSALS}) AND EXISTS (SELECT 1 FROM "vorlage" o WHERE o."aktuell" = 1
      AND o."nummer" = substr(c."nummer", 1, length(c."nummer") - m.laenge) AND o."kommune_name" = c."kommune_name")
  ), s AS MATERIALIZED (
    SELECT a."id", max(f.folge) AS folge, f."id" AS spaetere, f."cent" = a."cent" AND f."art" = a."art" AS gleich
    FROM f JOIN (
      SELECT "id", "kommune_name", "nummer" AS stamm, -1 AS folge, "nichtoeffentlich", "cent", "art" FROM c
      WHERE vorlage_art IN (${PROPOSALS})
      UNION ALL SELECT "id", "kommune_name", stamm, folge, "nichtoeffentlich", "cent", "art" FROM f
    ) a ON a."kommune_name" = f."kommune_name" AND a.stamm = f.stamm AND a.folge < f.folge
      AND a."nichtoeffentlich" >= f."nichtoeffentlich"
    GROUP BY a."id"
  ), h AS MATERIALIZED (
    SELECT u."id", s.spaetere, CASE WHEN u.uneins THEN 'dateien-uneins' WHEN u.wievielte > 1 THEN 'schon-gezaehlt' END AS anders,
      u."art" NOT IN (${OWN}) AND row_number() OVER (
        PARTITION BY u."kommune_name", u."art", u."cent", u.uneins OR u.wievielte > 1
        ORDER BY u."nichtoeffentlich", ifnull(s.gleich, 0), u."datum" IS NULL, u."datum", u."id"
      ) > 1 AS wieder
    FROM u LEFT JOIN s ON s."id" = u."id"
  )
  SELECT v."id" AS vorlage_id, v."kommune_name" AS kommune, v."nummer" AS nummer, NULL AS cent, NULL AS euro, e."regel" AS regel,
    NULL AS genommen, NULL AS ungefaehr, NULL AS wiederholt, NULL AS spaetere_fassung, ${LEFT_OUT_COLUMNS},
    v."nichtoeffentlich" AS nichtoeffentlich
  ${FROM_PAPERS} AND e."cent" IS NULL
  UNION ALL SELECT v."id", v."kommune_name", v."nummer", iif(h.anders IS NULL, e."cent", NULL), iif(h.anders IS NULL, e."cent" / 100.0, NULL),
    ifnull(h.anders, e."regel"), iif(h.anders IS NULL, e."genommen", NULL), iif(h.anders IS NULL, e."ungefaehr", NULL),
    iif(h.anders IS NULL, h.wieder, NULL), h.spaetere, ${LEFT_OUT_COLUMNS}, v."nichtoeffentlich"
  FROM h CROSS JOIN "betrag_je_fassung" e ON e."vorlage_id" = h."id" CROSS JOIN "vorlage" v ON v."id" = h."id"`,
}
