/**
 * The words by which a paper says that money is there, or is not.
 */

import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'

/** What money there is is called. */
const MONEY = '(?:haushalts|finanz|deckungs|förder|rest|eigen|investitions|betriebs|personal|sach)?mittel'
export const IN_MONEY = new RegExp(MONEY, 'iu')
export const THE_MONEY = latin(
  `(?:^|(?<!\\p{L})(?:die|der|den|entsprechende|ausreichende|keine)\\s(?:\\p{L}+\\s){0,3}?)${MONEY}(?!\\p{L})`,
  'iu',
)
export const MONEY_WORD = latin(`(?<!\\p{L})${MONEY}n?(?!\\p{L})`, 'iu')
const NEED = '(?:gesamt|mehr|folge|personal|sach|investitions|bau)?(?:kosten|aufwendungen|auszahlungen|ausgaben)'
export const SUBJECT = latin(
  `(?<!\\p{L})(?:${MONEY}|${NEED}|finanzierung|deckung|finanzbedarf|mittelbedarf|betrag|beträge)(?!\\p{L})`,
  'iu',
)
export const THERE = latin(
  oneLine`
    (?<!\p{L})(?:
      zur\s+verfügung|bereit|bereitgestellt|veranschlagt|eingeplant|eingestellt|etatisiert|budgetiert|
      vorhanden|verfügbar|enthalten|vorgesehen|gesichert|sichergestellt|gewährleistet|abgedeckt|gedeckt|
      gegeben|bestandteil|berücksichtigt
    )(?!\p{L})
  `,
  'iu',
)
export const PLAN =
  /(?:haushalt|(?<!\p{L})DHH(?!\p{L})|etat|budget|wirtschaftsplan|finanzplan|ergebnisplan|teilplan|ansatz|planung|produkt|sachkonto|investitionsprogramm)/iu
export const HOLDS = /(?<!\p{L})(?:ist|sind|steht|stehen|wurde|wurden|waren?|standen)(?!\p{L})/iu
export const LATER = latin(
  oneLine`
    (?<!\p{L})(?:
      wird|werden|würden?|soll|sollen|sollten|müssen|muss|müssten|kann|können|könnten|wären?|
      bereitzustellen|einzuplanen|zu veranschlagen|einzustellen|anzumelden|sofern|soweit|wenn|falls|ob|
      vorbehaltlich|beantragt|angemeldet|\p{L}*anmeldung(?:en)?
    )(?!\p{L})
  `,
  'iu',
)
export const PARTLY = latin(
  /(?<!\p{L})(?:teilweise|zum teil|anteilig|teils|lediglich|nur|bis auf(?= (?:(?:einen?|den|die|rund|ca\.|restliche\p{L}*|betrag|summe|von|in höhe) )*\d))(?!\p{L})/iu,
)
export const REST = latin(
  oneLine`
    (?<!\p{L})(?:
      der rest(?:betrag)?|die restlichen|die differenz|der fehlbetrag|der fehlende|die fehlenden|
      der mehrbedarf|die mehrkosten|
      (?:der|die) (?:darüber hinaus(?:gehende| benötigte| erforderliche)|übrige|verbleibende|restliche)n?
    )(?!\p{L})
  `,
  'iu',
)
/** Half sentences: "…; der Rest wird gedeckt", "…, der Restbetrag fehlt". */
export const PARTS = latin(
  `;\\s|,?\\sund (?=werden |wird |sollen )|,\\s(?=(?:kann|können|sollen|werden|müssen)\\s(?:jedoch|aber)\\s)|,\\s(?=${REST.source})`,
  'iu',
)
/** "Die Finanzierung kann nicht aus dem eigenen Budget erfolgen" */
export const CANNOT = latin(
  /(?<!\p{L})(?:kann|können|konnten?)\s(?:[^.;:?]{0,100}\s)?nicht(?! nur)\s[^.;:?]{0,160}(?<!\p{L})(?:erfolgen|gedeckt|finanziert|bereitgestellt|dargestellt|erwirtschaftet|sichergestellt|aufgebracht|aufgefangen)(?!\p{L})/iu,
)
export const QUESTION =
  /(?:mittel|finanzierung|deckung|veranschlag|eingeplant|etatisiert|haushaltsansatz|im haushalt|im budget|im etat)/iu
export const HAVING = latin(
  oneLine`
    (?:
      budgetiert|zur verfügung|veranschlagt|eingeplant|eingestellt|etatisiert|vorhanden|verfügbar|
      bereit(?!stellung)|gesichert|gedeckt|gegeben|mittel|im \p{L}*(?:haushalt|budget|etat|wirtschaftsplan)|
      in voller höhe|vollständig|teilweise
    )
  `,
  'iu',
)
export const YES_NO = /(?:^|[\s:?])(ja|nein)(?=$|[\s,:;.(])/iu
export const EXTRA = /(?<!\p{L})(?:über-?|außer|apl|üpl)(?:\s?(?:\/|und|bzw\.)\s?außer)?planmäßig/iu

/** A question for the cover alone: "Deckung", "Deckung im Haushalt:", "Haushaltsrechtlich gesichert". */
export const COVER = latin(
  /^(?:[a-z\d]{1,2}[.)]\s)?(?:(?:die |ist die )?(?:deckung|gegenfinanzierung|finanzierung)(?: (?:im|aus dem|durch den) (?:laufenden? )?\p{L}*(?:haushalt|etat|budget)\p{L}*)?(?: (?:ist )?(?:gesichert|gegeben|vorhanden))?|haushaltsrechtlich (?:gesichert|gedeckt)|im (?:laufenden )?(?:haushalt|etat|budget)\p{L}*(?: \d{4})? (?:enthalten|berücksichtigt|vorgesehen|gedeckt))\s*[:?]?$/iu,
)
/** An answer that says "in part", in full or short. */
export const IN_PART = /^(?:teilweise|zum teil|teils|teilw\.|tlw\.|z\. ?t\.)(?!\p{L})/iu
/** A line that asks whether the money is there, or says it beside a cross. */
export const ASKS = latin(
  /mittel[\p{L}/ ]{0,80}\s*[:?☐☒[(]|(?:^|\n)\s*(?:(?:die |ist die )?(?:deckung|gegenfinanzierung|finanzierung)(?: [\p{L}. ]{2,50})?[:?]?\s*[☐☒[]|(?:x|☒|\[x\])\s+(?:die )?(?:deckung|finanzierung|\p{L}*mittel) (?:ist|sind|steht|stehen)(?!\p{L}))/iu,
)
/** An amount that is planned, with the indefinite article or none: not "the money". */
export const SOME_MONEY =
  /(?<!\p{L})(?:ein\p{L}{0,2} (?:\p{Ll}+ )?\p{Lu}\p{L}+ (?:von|in Höhe von)|(?<!(?:[Dd]ie|[Dd]er|[Dd]en|[Dd]iese) )(?:\p{L}*m|M)ittel (?:von|in Höhe von|i\. ?H\. ?v\.)) (?:(?:ca\.|rund|rd\.|etwa|insgesamt) )?\d/u
