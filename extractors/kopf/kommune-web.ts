/**
 * Places in the names of hosts and e-mail domains of a paper.
 */

import type { ReadPaper } from '../../src/extractor.ts'
import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'

export interface WebPlace {
  readonly name: string
  /** Said by nothing but an e-mail address below the head: anyone may write. */
  readonly mail: boolean
}

/** Places in the names of hosts and e-mail domains: the label that is no word of the trade. */
export function placesOnTheWeb(paper: ReadPaper, head: number): WebPlace[] {
  const words = paper.text.slice(0, 20_000)
  const addresses = words.includes('@') ? words.matchAll(/[\w.+-]{1,60}@([\w-]{1,60}(?:\.[\w-]{1,30}){1,3})/g) : []
  const mails = [...addresses].map(([, domain]) => domain ?? '')
  const hosts = (paper.meta.hosts ?? []).slice(0, 3)
  const places = [...hosts, ...mails].flatMap((host): WebPlace[] => {
    const labels = host.toLowerCase().split('.').slice(0, -1).reverse()
    const named = labels.map((label) =>
      label.replace(
        /^(?:stadt|gemeinde|markt|rathaus|ris|ratsinfo|hansestadt|landkreis)-|-(?:stadt|online|ratsinfo|rathaus|ris)$/g,
        '',
      ),
    )
    const place = named.find((label) => label.length > 3 && !TRADE.test(label))
    return place
      ? [
          {
            name: umlauts(place, paper.text),
            mail: !hosts.includes(host) && paper.text.lastIndexOf(`@${host}`, head) < 0,
          },
        ]
      : []
  })
  return places.filter(({ name }, at) => places.findIndex((other) => other.name === name) === at)
}

const TRADE = latin(
  oneLine`
    ^(?:
      www|ris|ratsinfo\w*|rats?\w*info\w*|sessionnet|session|allris|buergerinfo|bürgerinfo|bi|bis|
      sitzungsdienst|gremien\w*|stadt|gemeinde|rathaus|verwaltung|kommune|sdnet\d*|e-government|egov\w*|
      web\w*|online|somacos|cc-egov|kdvz\w*|krz|itk\w*|regioit|ekom21|komm\w*|github|google|w3|gmx|web|
      t-online|gmail|outlook|hotmail|politik|portal|bund|land|bayern|nrw|hessen|sachsen|youtube|facebook|
      twitter|instagram|wikipedia|microsoft|adobe|mail|info|example|fraktion|gruene\w*|cdu\w*|spd\w*|fdp\w*|
      afd\w*|linke\w*|.*(?:bahn|werke?|verkehr|beirat|verein|verband|klinikum|sparkasse|gmbh)|stbr-.*
    )$
  `,
  '',
)

/** `luebeck` → `lübeck` where the text prints it so. */
function umlauts(place: string, text: string): string {
  const printed = place.replace(/ae/g, 'ä').replace(/oe/g, 'ö').replace(/ue/g, 'ü')
  return printed !== place && text.toLowerCase().includes(printed) ? printed : place
}
