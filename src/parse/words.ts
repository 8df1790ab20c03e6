/**
 * Kinds of German words as far as spelling and short lists tell: nouns are capitalised, the rest is listed or guessed
 * from its ending. Enough to find where a noun phrase begins and ends; no dictionary.
 */
import type { Span } from '../document.ts'
import { latin } from './latin.ts'

export type WordKind =
  | 'noun'
  | 'adjective'
  | 'article'
  | 'preposition'
  | 'conjunction'
  | 'number'
  | 'comma'
  | 'open'
  | 'close'
  | 'stop'
  | 'verb'
  | 'other'

export interface Word extends Span {
  readonly text: string
  readonly kind: WordKind
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const ARTICLES = set(
  'der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines dieser diese dieses diesen diesem jener jene jenes ' +
    'ihr ihre ihren ihrem ihrer ihres sein seine seinen seinem seiner seines unser unsere unseren unserem unserer jeder jede jedes jeden jedem alle allen aller ' +
    'welche welcher welches deren dessen',
)
const PREPOSITIONS = set(
  'für von vom zur zum zu aus über mit ohne gegen zwischen an am in im bei beim auf nach durch gemäß laut unter vor während wegen je pro ab seit bis um infolge aufgrund zugunsten zulasten zuzüglich abzüglich inklusive inkl. einschließlich einschl. gegenüber innerhalb außerhalb trotz per bezüglich bzgl. hinsichtlich mittels anstelle angesichts nebst',
)
const CONJUNCTIONS = set('und oder sowie bzw. beziehungsweise u. &')
const VERBS = set(
  'betrüge betrügen ergäbe ergäben fiele fielen läge käme kämen stiege stiegen sänke erhielte bliebe blieben entstünde entfiele entfielen stünde stünden ginge gingen kosteten beliefen sei seien habe werde wolle solle könne müsse dürfe gebe komme stehe liege betrage belaufe falle ist sind war waren wird werden wurde wurden worden hat haben hatte hatten kann können könnte könnten soll sollen sollte sollten muss müssen müsste darf dürfen will wollen mag möge würde würden hätte hätten wäre wären dürfte dürften ' +
    'beträgt betragen betrug betrugen beläuft belaufen belief beliefen lägen entstünden beliefe kostet kosten kostete liegt liegen lag lagen steht stehen stand standen entsteht entstehen entstand entstanden ' +
    'ergibt ergeben ergab ergaben erhält erhalten erhielt erhielten bekommt bekam bekamen fällt fallen fiel fielen umfasst umfassen gilt gelten macht machen geht gehen kommt kommen bleibt bleiben blieb zahlt zahlen ' +
    'gewährt gewähren bewilligt bewilligen bereitgestellt bereitstellen bereitzustellen veranschlagt veranschlagen eingeplant geplant einzuplanen benötigt benötigen sinkt sinken steigt steigen erhöht erhöhen reduziert reduzieren ' +
    'verringert verringern beschließt beschließen genehmigt genehmigen finanziert finanzieren investiert investieren ausgegeben vereinnahmt verausgabt erwartet erwarten vorgesehen ' +
    'enthält enthalten bedeutet bedeuten entspricht entsprechen sieht sehen dient dienen führt führen setzt setzen stellt stellen fördert fördern trägt tragen nimmt nehmen gibt geben hält halten weist weisen ' +
    'beantragt beantragen erzielt erzielen verbleibt verbleiben verursacht verursachen rechnet rechnen schätzt schätzen geschätzt berechnet beziffert beziffern verfügt verfügen entfällt entfallen decken deckt gedeckt ' +
    'ging gingen droht drohen kam kamen gab gaben trat treten auszahlen zahlbar sparen spart einsparen verteilt verteilen resultiert resultieren bringt bringen braucht brauchen erfordert erfordern übernimmt übernehmen überschreitet überschreiten tätigen beschaffen erheben erbringt erbringen fließt fließen floss flossen bewirkt bewirken beteiligt beteiligen angesetzt gerechnet kalkuliert bezahlt vereinbart beantragte erzielte',
)
const OTHERS = set(
  'nicht auch noch nur schon bereits sich es er sie wir man so dass daß wenn da weil damit davon dafür dazu dabei daraus hierfür hiervon hierzu hierbei darin wobei wofür wovon somit jedoch aber denn als wie ' +
    'insgesamt jeweils voraussichtlich zusätzlich ferner weiter derzeit aktuell jährlich monatlich einmalig lediglich etwa circa rund knapp dann nun sowohl immer wieder sehr mehr weniger statt sonst hier dort heute ' +
    'außerdem zudem insbesondere vorab künftig zukünftig bisher bislang erstmals zunächst demnach daher deshalb ebenfalls ebenso wiederum sodass brutto netto gegebenenfalls ggf. teilweise zuzüglich zzgl. ca. rd. ergänzend diesbezüglich dagegen hingegen deswegen meistens wenigstens höchstens übrigens vergebens unterdessen indessen inzwischen mittlerweile lt. mindestens höchstens maximal dadurch sobald bevor nachdem obwohl während falls daneben desweiteren schließlich letztlich parallel gleichzeitig zeitgleich folglich allerdings zuletzt darüber',
)
const NOT_NOUNS = set(
  'bezogen ausgehend gemessen basierend aufbauend verglichen abweichend sie ihnen ihre ihrer insgesamt davon hiervon dies hierbei hierfür dabei zudem außerdem ferner zusätzlich bereits derzeit aktuell somit daher damit danach hinzu weiterhin weitere weiterer weiteren',
)
const TOKEN = latin(
  /e\.\s?V\.|\d[\d.]*,\d+(?![\d\p{L}])|[\p{L}\d][\p{L}\d*&'’.\-‐–/]*(?::in(?:nen)?)?\.?|[„“"«»‚‘]|[(),;:–—•]|[^\s]/gu,
)

/** The words of a text with their kinds. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const found of text.matchAll(TOKEN)) {
    const name = /^e\.\s?V\.$/.test(found[0])
    const printed = name ? found[0] : found[0].replace(/(?<=\p{L}{3})\.$|[–/-]$/u, (end) => (end === '-' ? end : ''))
    const span = { start: found.index, end: found.index + printed.length }
    words.push({ ...span, text: printed, kind: name ? 'noun' : kindOf(printed, words.at(-1)) })
  }
  return words
}

function kindOf(word: string, before: Word | undefined): WordKind {
  if (word === ',') return 'comma'
  if (word === '(') return 'open'
  if (word === ')') return 'close'
  if (/^[;:–—•]$/.test(word)) return 'stop'
  if (/^[„“"«»‚‘]$/.test(word)) return 'other'
  if (/^\d/.test(word)) return 'number'
  const key = word.toLowerCase()
  const capital = /^\p{Lu}/u.test(word)
  const opens = !before || before.kind === 'stop'
  if (ARTICLES.has(key) && (!capital || opens)) return 'article'
  if (PREPOSITIONS.has(key) && (!capital || opens)) return 'preposition'
  if (CONJUNCTIONS.has(key)) return 'conjunction'
  if (capital)
    return opens && (OTHERS.has(key) || NOT_NOUNS.has(key) || (VERBS.has(key) && key !== 'kosten'))
      ? 'other'
      : capitalKind(word, opens)
  if (VERBS.has(key)) return 'verb'
  if (OTHERS.has(key)) return 'other'
  if (/^(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)$/.test(key)) return 'number'
  if (/^\p{Ll}[\p{L}/-]*(?:e|en|er|es|em)$/u.test(word)) return 'adjective'
  return 'other'
}

/** At a sentence's start an adjective is capitalised too ("Laufende Kosten"). */
function capitalKind(word: string, opens: boolean): WordKind {
  if (!opens) return 'noun'
  return /^(?:\p{Lu}\p{Ll}{2,})(?:liche|lichen|ige|igen|ende|enden|este|ierte|ierten|mäßige|mäßigen|ische|ischen|jährige|gesamte|geplante|neue|neuen|weitere)[nrs]?$/u.test(
    word,
  )
    ? 'adjective'
    : 'noun'
}
