/**
 * `vorlagen profil`: by which profile a paper is read and why, what signs there are of the others, and what it changes.
 */
import { lineAt, type PaperDocument, pageAt } from '../document.ts'
import { chooseProfile, LEAST_SURE, profileNamed, profiles } from '../profiles/index.ts'
import { type FoundSign, type Place, type Profile, signsIn, sureness } from '../profiles/profile.ts'
import type { Arguments } from './args.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { profileFrom } from './profile-option.ts'
import { documentOf, sayMessages } from './reading.ts'
import { cut, oneLine, styled, type Terminal } from './terminal.ts'

const LONGEST = 80
const PLACES: Readonly<Record<Place, string>> = {
  text: 'im Text',
  titel: 'im Titel der Seite',
  beschreibung: 'in der Beschreibung der Seite',
  programm: 'im Namen des Programms',
  adressen: 'in einer Adresse',
}

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const given = profileFrom(args)
  let code: ExitCode = EXIT.gut
  for (const file of args.operands) {
    const paper = await documentOf(file)
    const own = given === undefined ? undefined : profileNamed(given)
    const told = describe(paper, own)
    if (args.flag('json')) terminal.data(JSON.stringify(told))
    else for (const line of linesOf(told, terminal)) terminal.data(line)
    const ended = sayMessages(paper, terminal)
    if (ended !== EXIT.gut) code = args.operands.length > 1 ? EXIT.teils : ended
  }
  return code
}

type Told = ReturnType<typeof describe>

function describe(paper: PaperDocument, given: Profile | undefined) {
  const chosen = given ?? chooseProfile(paper)
  const known = [...(given && !profiles.includes(given) ? [given] : []), ...profiles]
  const { vendor, kommune, arten, rollen, nummerPraefix } = chosen.facts
  return {
    datei: paper.source.path,
    profil: chosen.facts.name,
    vorgegeben: given !== undefined,
    ratsinformationssystem: vendor,
    kandidaten: known
      .filter((profile) => profile.signs.length)
      .map((profile) => ({
        profil: profile.facts.name,
        sicher: sureness(profile, paper),
        zeichen: signsIn(profile, paper).map((sign) => signAsData(paper, sign)),
        gesucht: profile.signs.length,
      })),
    wirkung: { kommune, ueberschriften: chosen.headings, rollen, arten, nummer_praefix: nummerPraefix },
  }
}

function signAsData(paper: PaperDocument, { sign, found }: FoundSign) {
  return {
    bedeutung: sign.bedeutung,
    sicher: sign.sicher,
    funde: found.map(({ wo, worte, stelle }) => ({
      wo,
      worte,
      seite: stelle && pageAt(paper, stelle.start),
      zeile: stelle && lineAt(paper.text, stelle.start),
    })),
  }
}

function* linesOf(told: Told, terminal: Terminal): Generator<string> {
  yield styled(terminal, 'fett', `${oneLine(told.datei)}: Profil ${told.profil}`)
  const best = told.kandidaten.find(({ profil }) => profil === told.profil)
  if (told.vorgegeben) yield '  mit --profil vorgegeben'
  else if (!best) yield '  kein Zeichen eines anderen Profils ist sicher genug'
  for (const { profil, sicher, zeichen, gesucht } of told.kandidaten) {
    if (!zeichen.length) {
      yield `  ${profil}: keines von ${gesucht} Zeichen`
      continue
    }
    const enough = sicher > LEAST_SURE ? '' : `, zu wenig (nötig: mehr als ${percent(LEAST_SURE)})`
    yield `  ${profil}: ${percent(sicher)} sicher${enough}`
    for (const { bedeutung, funde } of zeichen) {
      yield `    ${bedeutung}`
      for (const { wo, worte, seite, zeile } of funde) {
        const place = [seite === null ? '' : `Seite ${seite}`, zeile === null ? '' : `Zeile ${zeile}`].filter(Boolean)
        yield `      ${[PLACES[wo], ...place].join(', ')}: „${cut(oneLine(worte), LONGEST)}“`
      }
    }
  }
  yield* effectOf(told.wirkung)
  yield ''
}

/** What reading by this profile adds to the general rules. */
function* effectOf({ kommune, ueberschriften, rollen, arten, nummer_praefix }: Told['wirkung']): Generator<string> {
  const lines = [
    ...(kommune ? [`Kommune: ${kommune.name} (${kommune.ags})`] : []),
    ...listed('Überschriften', ueberschriften),
    ...listed('Rollen', rollen),
    ...listed('Arten', arten),
    ...(nummer_praefix ? [`Vor Nummern ohne Vorsatz: ${nummer_praefix}`] : []),
  ]
  if (!lines.length) yield '  Es ändert nichts an den allgemeinen Regeln.'
  else
    for (const line of ['Zusätzlich zu den allgemeinen Regeln:', ...lines.map((one) => `  ${one}`)]) yield `  ${line}`
}

function listed(name: string, words: Readonly<Record<string, string>>): string[] {
  const entries = Object.entries(words).map(([word, meaning]) => `„${word}“ → ${meaning}`)
  return entries.length ? [`${name}: ${entries.join(', ')}`] : []
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
