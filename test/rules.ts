/**
 * A command, not a test: `node test/rules.ts` lists, for the rule of each case, how many papers beside the project it
 * touches. `--alle` takes all of them (a minute or two) and keeps the counts in `test/rules.json`; else every eighth.
 */
import { caseRules, placeOf } from './rules-measure.ts'
import { HAS_PAPERS, keepCounts, ownSamples, sharedPapers } from './rules-papers.ts'

if (!HAS_PAPERS) {
  console.log('Keine Vorlagen zum Messen gefunden.')
  process.exit(0)
}
const all = process.argv.includes('--alle')
const papers = sharedPapers(all ? 1 : 8)
const rules = await caseRules(papers, ownSamples())
console.log(`${papers.length} papers, ${rules.length} cases`)
console.log('papers  samples  cases')
for (const { name, papers: count, samples, cases, branch } of rules) {
  const counts = [count, samples, cases].map((one, at) => String(one).padStart([6, 9, 7][at] ?? 0)).join('')
  console.log(`${counts}  ${name}  ${placeOf(branch)}`)
}
if (all) keepCounts(rules)
