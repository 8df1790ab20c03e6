/**
 * No rule that fires for a single paper: for the rule of each case, how many papers beside the project run it. What one
 * paper alone runs must have a documented layout or duty behind it (`rules.json`). Counted over every 24th paper of
 * the large collection; `node test/rules.ts --alle` counts over all and keeps the counts.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseRules, placeOf } from './rules-measure.ts'
import { HAS_PAPERS, keptCounts, ownSamples, sharedPapers, singleRules } from './rules-papers.ts'

test('no rule fires for a single paper without a documented layout behind it', { skip: !HAS_PAPERS }, async (t) => {
  const rules = await caseRules(sharedPapers(24), ownSamples())
  const kept = keptCounts()
  for (const { name, papers, samples } of rules) {
    const all = kept[name] ? `, ${kept[name].vorlagen} of all` : ''
    t.diagnostic(`${name}: ${papers} papers here${all}, ${samples} samples`)
  }
  assert.ok(rules.length > 100)
  assert.ok(
    rules.some(({ papers }) => papers > 10),
    'rules are counted',
  )
  const single = singleRules(rules, kept).filter(({ name }) => !kept[name]?.grund)
  const told = single.map(({ name, branch }) => `${name}: ${placeOf(branch)}`)
  assert.deepEqual(told, [], 'count over all papers: node test/rules.ts --alle')
})

test('a rule counts as single only where neither sample, case nor another paper runs it', () => {
  const branch = { file: 'src/parse/money.ts', offset: 0 }
  const rule = { name: 'a', branch, papers: 1, samples: 0, cases: 1 }
  assert.deepEqual(singleRules([rule], {}), [rule])
  assert.deepEqual(singleRules([rule], { a: { vorlagen: 7, beispiele: 0, faelle: 1 } }), [])
  for (const more of [{ papers: 2 }, { papers: 0 }, { samples: 1 }, { cases: 2 }])
    assert.deepEqual(singleRules([{ ...rule, ...more }], {}), [])
})
