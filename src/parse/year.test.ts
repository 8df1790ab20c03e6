import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMoney } from './money.ts'
import { yearNamed, yearOf } from './year.ts'
import { yearsIn } from './year-mentions.ts'

const tied = (sentence: string) => {
  const { amounts } = readMoney(sentence)
  return amounts.map((amount) =>
    yearOf(
      sentence,
      amount,
      amounts.filter((other) => other !== amount),
    ),
  )
}

test('ties a year printed in the sentence', () => {
  const cases: [string, (number | null)[]][] = [
    ['Es werden 5.000 Euro für 2021 genehmigt.', [2021]],
    ['Im Haushalt 2024 stehen 4 Mio. € bereit, wovon 3 Mio. € fließen.', [2024, 2024]],
    ['Davon fallen 2 Mio. € im Haushaltsjahr 2016 und 3 Mio. € im Haushaltsjahr 2017 an.', [2016, 2017]],
    ['Es sind 8.000 € in 2021 und 2022 vorgesehen.', [null]],
    ['Im Doppelhaushalt 2022/23 stehen 8.000 €.', [null]],
    ['Bis 2028 kostet das 8.000 €.', [null]],
    ['Ab 2016 sind 8.000 € nötig.', [2016]],
    ['Seit 01.01.2013 zahlt die Gemeinde 8.000 €.', [2013]],
    ['Der Masterplan 2015 kostet 8.000 €.', [null]],
    ['Laut Vertrag vom 03.04.2019 sind 8.000 € fällig.', [null]],
    ['Mit Beschluss vom 27. November 2018 wurden 150 € festgelegt.', [null]],
    ['Nach dem Gutachten vom Mai 2021 kostet das 4 Mio. €.', [null]],
    ['Ab dem 1. September 2026 kostet das 4 Mio. €.', [2026]],
    ['Vom 1. Mai bis 28. Juni 2020 fielen 8.000 € an.', [2020]],
    ['Vom 1. Januar 2024 bis zum 31. Dezember 2025 fallen 8.000 € an.', [null]],
    ['Von Januar bis März 2020 fielen 8.000 € an.', [2020]],
    ['Zeitraum: 01.01.2025 - 31.03.2025, Einsparung 90 €', [2025]],
    ['Vakanz 01.02.2025 bis 31.07.2025, Einsparung 90 €', [2025]],
    ['Vakanz 1.2.25 bis 31.07.25, Einsparung 90 €', [2025]],
    ['Vakanz 1.10.25 bis 31.03.26, Einsparung 90 €', [null]],
    ['2018: 26.181,25 Euro', [2018]],
    ['Es kostet 8.000 €.', [null]],
    // the year of a thing or paper, and that of money
    ['Die Brücke aus dem Jahr 1971 zu sanieren, kostet 3 Mio. €.', [null]],
    ['Nach dem Gutachten aus dem Jahre 2031 kostet das 3 Mio. €.', [null]],
    ['Aus dem Überschuss aus dem Jahr 2031 werden 8.000 € entnommen.', [2031]],
    // a time without an end, and an end that is another matter's
    ['Die 8.000 € stehen über das Jahr 2031 hinaus bereit.', [null]],
    ['Der im Ansatz 2031 enthaltene Betrag von 8.000 € ist für den Steg, der bis Ende 2033 gebaut wird.', [2031]],
    ['Ausgegeben werden 8.000 € für 2031 bis Ende 2033.', [null]],
    ['Im Etat 2031 stehen 8.000 € bis 2033.', [null]],
    // years said of something else, behind the amount and before it
    ['Der Beitrag liegt bei 8.000 € und wird seit 2031 um 50 € aufgestockt.', [null, 2031]],
    ['Sie kostet 8.000 € jährlich, im Jahr 2031 wegen des Beginns im Herbst auf 2.000 € begrenzt.', [null, 2031]],
    ['Der Bau der Halle (8.000 €), deren Eröffnung im Jahr 2031 geplant ist, ruht.', [null]],
    ['Das lohnt bei 8.000 € nur, wenn die Zahlen ab 2031 steigen.', [null]],
    ['Gezahlt werden 8.000 €, die im Jahr 2031 fällig sind.', [2031]],
    ['Genehmigt werden 8.000 € beim Auftrag 7.4711 für das neue Haus am See mit Steg für das Jahr 2031.', [2031]],
    ['Die Firma ist seit 2031 am Ort und beabsichtigt, 8.000 € auszugeben.', [null]],
    ['Die Umlage steigt ab 2031; ein Punkt entspricht 8.000 €.', [null]],
    ['Der Ansatz 2031 reicht nicht; hiervon sind 8.000 € verbraucht.', [2031]],
    ['Im Jahr 2031 lagen sie bei 7.000 € und werden zum Ende des laufenden Jahres 8.000 € erreichen.', [2031, null]],
    ['Nach 2031 kostet die Pflege 8.000 €.', [null]],
    ['Die 8.000 € sind in die Haushaltsplanung 2031 ff. aufzunehmen.', [null]],
    // who gets it, a verb of the past, or words between dashes beside the year
    ['Daraus stehen der Stadt 2031 insgesamt 8.000 € zu.', [2031]],
    ['Die Heime verursachten 2031 einen Aufwand von 8.000 €.', [2031]],
    ['Im Entwurf 2031 sind 8.000 € vorgesehen.', [2031]],
    ['Es waren 2030 auf 7.000 € und 2031 – bei halber Öffnung – auf 8.000 € gestiegen.', [2030, 2031]],
    ['Für 2031 und 2032 werden 5.000 € bzw. 6.000 € bereitgestellt.', [2031, 2032]],
    ['Für 2031 und 2032 werden 5.000 € und 6.000 € bereitgestellt.', [null, null]],
    ['Der Anteil läge dann 2031 bei 5.000 €.', [2031]],
    ['Es sind 38.000 € ab 2031; Beiträge: 22 Plätze zu 151 € = 36.542 €.', [2031, null, null]],
    // years of a series
    ['Es fließen 2031 noch 5.000 € und 2032 letztmalig 3.000 €.', [2031, 2032]],
    ['Im Plan 2031 sind 5.000 €, in der Planung 2032 6.000 € und 2033 7.000 € eingestellt.', [2031, 2032, 2033]],
    ['Die Erstattungen betrugen 2031 5.000 € sowie 2032 6.000 €.', [2031, 2032]],
    ['Die Kosten (Ansatz 2031: 5 Mio. €; Vorjahr 4 Mio. €) steigen.', [2031, null]],
    ['Nachträge 2031, 2032 8.000 €', [null]],
  ]
  for (const [sentence, want] of cases) assert.deepEqual(tied(sentence), want, sentence)
})

test('names the year of a column head', () => {
  assert.equal(yearNamed('Ist 2019'), 2019)
  assert.equal(yearNamed('2023'), 2023)
  assert.equal(yearNamed('Bereits in 2027 eingeplant'), 2027)
  assert.equal(yearNamed('ab Schuljahr 2026/27'), null)
  assert.equal(yearNamed('2022 - 2025'), null)
  assert.equal(yearNamed('Leitbild 2030'), null)
  assert.equal(yearNamed('SJ 22/23'), null)
  assert.equal(yearNamed('Betrag'), null)
})

test('a year is never part of a longer number', () => {
  assert.deepEqual(yearsIn('Konto 20201234, 2.020 Stück, VO/2024/1, 12.2024.3'), [])
})
