import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordsOf } from '../../src/bundle.ts'
import { process as read } from '../../src/pipeline.ts'
import { kopf } from './index.ts'

const SAID = { name: 'Silbergau', ags: '99000001' }

async function townOf(text: string): Promise<unknown> {
  const bundle = await read('vorlage.txt', Buffer.from(text), [kopf], { kommune: SAID })
  return recordsOf(bundle, 'kommune')[0]?.name
}

test('a town merely named in the text does not outweigh what the source is known for', async () => {
  const text = 'Beschlussvorlage 12/2031\n\nBeitritt zum Verein\n\nBegründung\n\n'
  const named = 'Der Verein sitzt in der Gemeinde Tannfurt. Die Gemeinde Tannfurt zahlt mit. Tannfurt will es so.'
  assert.equal(await townOf(text + named), 'Silbergau')
})

test("a paper's own letterhead outweighs what the source is known for", async () => {
  assert.equal(await townOf('Stadt Tannfurt\nDer Bürgermeister\n\nBeschlussvorlage 12/2031\n\nNeubau'), 'Tannfurt')
})
