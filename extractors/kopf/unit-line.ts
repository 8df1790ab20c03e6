/**
 * Lines of a letterhead that name a unit of the administration without a label.
 */

const FREE_UNIT =
  /^(?:(?:Fachbereich|Fachdienst|Dezernat|Referat|Abteilung|Geschäftsbereich|Stabsstelle|Eigenbetrieb|Ressort|Sachgebiet|Fachamt) (?=[\p{Lu}\dIVX])|Amt für |(?=\p{Lu}\p{Ll}+(?:referat|dezernat|amt)$)|(?:\p{Lu}{1,3}[ /])?\d{1,3}(?:[./]\d{1,3})? ?[-–]? ?(?=\p{Lu}\p{L}*(?:amt|bereich|dienst|referat)(?!\p{L})|(?:Amt|Büro|Stabsstelle) (?:für|des|der)(?!\p{L})))[^.;:!?]+$/u

/** Does a line name a unit: by its noun in front, its number, or its ending? */
export function isUnitLine(line: string): boolean {
  return FREE_UNIT.test(line)
}
