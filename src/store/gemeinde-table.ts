/**
 * The table of municipalities, filled from the official list, beside the tables read from papers.
 *
 * Units: hectares, inhabitants; the as-of date as ISO date.
 * Source: Destatis, Gemeindeverzeichnis GV100AD.
 */
import type { Column } from './columns.ts'
import type { Table } from './model.ts'

type Options = Partial<Pick<Column, 'nullable' | 'unit' | 'checks' | 'type'>>

export const GEMEINDE: Table = {
  name: 'gemeinde',
  description: 'Gemeinden der amtlichen Liste, je Gebietsstand eine Zeile',
  columns: [
    text('ags', 'Amtlicher Gemeindeschlüssel, acht Ziffern', { checks: [`"ags" GLOB '${'[0-9]'.repeat(8)}'`] }),
    text('stand', 'Gebietsstand der Liste', { checks: ['"stand" IS date("stand")'] }),
    text('ars', 'Regionalschlüssel, zwölf Ziffern', { checks: [`"ars" GLOB '${'[0-9]'.repeat(12)}'`] }),
    text('name', 'Name, wie in der Liste'),
    text('name_kurz', 'Name ohne Zusatz hinter dem Komma'),
    text('name_grund', 'Erstes Wort des Namens ohne Lage und Klammer; zeigt, welche Namen verwechselt werden können'),
    text('land', 'Name des Landes'),
    text('kreis', 'Name des Kreises oder der kreisfreien Stadt', { nullable: true }),
    integer('flaeche_ha', 'Fläche', { unit: 'Hektar', checks: ['"flaeche_ha" >= 0'] }),
    integer('einwohner', 'Bevölkerung', { unit: 'Personen', checks: ['"einwohner" >= 0'] }),
    text('plz', 'Postleitzahl des Verwaltungssitzes', { nullable: true }),
  ],
  constraints: ['PRIMARY KEY ("ags", "stand")'],
  indexes: [
    { name: 'gemeinde_name_kurz', on: '"gemeinde" ("name_kurz")' },
    { name: 'gemeinde_name_grund', on: '"gemeinde" ("name_grund")' },
  ],
  withoutRowid: true,
}

export const GEMEINDE_ENGLISH: Readonly<Record<string, string>> = {
  '': 'Municipalities of the official list, one row per territorial status',
  ags: 'Official municipality key, eight digits',
  stand: 'As-of date of the list',
  ars: 'Regional key, twelve digits',
  name: 'Name as in the list',
  name_kurz: 'Name without what stands behind the comma',
  name_grund: 'First part of the name without place and brackets; shows which names can be mistaken for each other',
  land: 'Name of the federal state',
  kreis: 'Name of the district or independent city',
  flaeche_ha: 'Area',
  einwohner: 'Inhabitants',
  plz: 'Postal code of the administration',
}

function integer(name: string, description: string, options: Options = {}): Column {
  return { name, type: 'INTEGER', nullable: false, unit: null, description, checks: [], clause: '', ...options }
}

function text(name: string, description: string, options: Options = {}): Column {
  return { ...integer(name, description, options), type: 'TEXT' }
}
