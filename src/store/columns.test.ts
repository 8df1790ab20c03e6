import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { columnsOf } from './columns.ts'

function one(schema: z.ZodType) {
  const [column, ...more] = columnsOf(z.strictObject({ feld: schema })).columns
  assert.ok(column)
  assert.equal(more.length, 0)
  return column
}

test('a text is TEXT, with its description and without a check', () => {
  assert.deepEqual(one(z.string().describe('Wortlaut')), {
    name: 'feld',
    type: 'TEXT',
    nullable: false,
    unit: null,
    description: 'Wortlaut',
    checks: [],
    clause: '',
    path: ['feld'],
    storage: 'wie-gelesen',
    optional: false,
  })
})

test('what may be missing may be NULL', () => {
  for (const schema of [z.string(), z.int(), z.boolean(), z.enum(['a']), z.iso.date()]) {
    assert.equal(one(schema).nullable, false)
    assert.equal(one(schema.nullable()).nullable, true)
    assert.equal(one(schema.optional()).nullable, true)
  }
  assert.equal(one(z.string().optional()).optional, true)
})

test('enums, literals and unions of literals are checked, also in quotes', () => {
  assert.deepEqual(one(z.enum(['ja', "o'k"]).nullable()).checks, [`"feld" IN ('ja', 'o''k')`])
  assert.deepEqual(one(z.literal('ja')).checks, [`"feld" IN ('ja')`])
  assert.deepEqual(one(z.union([z.literal('ja'), z.literal('nein')]).nullable()).checks, [`"feld" IN ('ja', 'nein')`])
})

test('numbers: whole, bounded, in thousandths, with a unit said inside or outside', () => {
  assert.deepEqual(one(z.int()).checks, [])
  assert.deepEqual(one(z.int().min(1900).max(2199)).checks, ['"feld" >= 1900', '"feld" <= 2199'])
  assert.deepEqual(one(z.int().positive()).checks, ['"feld" > 0'])
  assert.equal(one(z.int().meta({ einheit: 'Cent' }).nullable()).unit, 'Cent')
  assert.equal(one(z.int().nullable().meta({ einheit: 'Cent' })).unit, 'Cent')
  assert.equal(one(z.number()).type, 'REAL')
  for (const schema of [z.number().meta({ speicher: 'tausendstel' }).nullable(), z.number().multipleOf(0.001)]) {
    const column = one(schema)
    assert.equal(column.name, 'feld_tausendstel')
    assert.equal(column.type, 'INTEGER')
    assert.equal(column.unit, 'Tausendstel')
  }
  assert.deepEqual(one(z.number().min(0.5).meta({ speicher: 'tausendstel' })).checks, ['"feld_tausendstel" >= 500'])
})

test('dates are checked as dates, booleans as 0 and 1', () => {
  assert.deepEqual(one(z.iso.date().nullable()).checks, ['"feld" IS date("feld")'])
  assert.deepEqual(one(z.boolean()).checks, ['"feld" IN (0, 1)'])
})

test('a nested object is flattened; where it may be missing, all its columns may', () => {
  const inner = z
    .strictObject({ ja: z.int().describe('Ja-Stimmen'), nein: z.int() })
    .nullable()
    .describe('Abstimmung')
  const { columns } = columnsOf(z.strictObject({ abstimmung: inner }))
  assert.deepEqual(
    columns.map(({ name, nullable, description, path }) => ({ name, nullable, description, path })),
    [
      { name: 'abstimmung_ja', nullable: true, description: 'Abstimmung: Ja-Stimmen', path: ['abstimmung', 'ja'] },
      { name: 'abstimmung_nein', nullable: true, description: 'Abstimmung', path: ['abstimmung', 'nein'] },
    ],
  )
})

test('arrays become child tables where the schema says so, otherwise JSON', () => {
  const zellen = { kindtabelle: 'zelle' }
  const { columns, children } = columnsOf(
    z.strictObject({
      punkte: z.array(z.string()).meta({ kindtabelle: 'punkt' }).describe('Punkte'),
      spalten: z.array(z.string()).meta(zellen),
      zeilen: z.array(z.array(z.string())).meta(zellen),
      worte: z.array(z.string()),
    }),
  )
  assert.deepEqual(children, [
    { table: 'punkt', description: 'Punkte', list: 'punkte', cells: null },
    { table: 'zelle', description: '', list: 'spalten', cells: 'zeilen' },
  ])
  assert.deepEqual(
    columns.map(({ name, storage }) => [name, storage]),
    [['worte', 'json']],
  )
})

test('what cannot be kept is refused when the program starts', () => {
  const kind = { kindtabelle: 'punkt' }
  assert.throws(() => columnsOf(z.strictObject({ a: z.array(z.string()).nullable().meta(kind) })), /Liste/)
  assert.throws(() => columnsOf(z.strictObject({ a: z.array(z.int()).meta(kind) })), /Texte/)
  assert.throws(
    () => columnsOf(z.strictObject({ a: z.array(z.string()).meta(kind), b: z.array(z.string()).meta(kind) })),
    /vergeben/,
  )
  assert.throws(() => columnsOf(z.strictObject({ 'a b': z.string() })), /kein Name/)
  assert.throws(() => columnsOf(z.strictObject({ a: z.date() })))
  assert.throws(() => columnsOf(z.strictObject({ a: z.null() })), /ohne Spaltentyp/)
})
