import { describe, expect, it } from 'vitest'
import { erratumComplaint } from '../../src/features/months/erratum.ts'

const speaking = { locale: 'de-DE', names: ['Nora Lindqvist', 'Viktor Hale', 'June van Dijk'] }
const complaint = (words: string) => erratumComplaint(words, speaking)

describe('an erratum', () => {
  it.each([
    'Two contacts were counted twice.',
    'A contact of 12 June was counted in May 2026, and should not have been.',
    'Der Anruf vom 3. Juni 2026 zählt erst im Juli.',
    'Contacts of 2026-Q2 were entered under the wrong touchpoint; see the erratum of 2026-05-12.',
    'Honorary contacts were counted that nobody planned.',
    'The contacts at the van in June 2026 were entered twice.',
    'Zwei Anrufe von drei Tagen wurden doppelt gezählt.',
    'Deux appels ont été comptés deux fois.',
    'Dos llamadas se contaron dos veces.',
    'Due chiamate sono state contate due volte.',
    'Twee gesprekken zijn dubbel geteld.',
    'Een minder duidelijk antwoord werd verkeerd gelezen.',
  ])('says in words what went wrong: “%s”', (words) => {
    expect(complaint(words)).toBeNull()
  })

  it.each([
    ['The right number is 9 of 12.', '9'],
    ['Read 67% instead.', '67%'],
    ['It should say nine of twelve.', 'nine of twelve'],
    ['There was one fewer.', 'one fewer'],
    ['2000 of 2100 would be right.', '2000'],
    ['Not 3,5 but 3,6 in Juni.', '3,5'],
    ['All of twelve felt valued.', 'All of twelve'],
    ['Twenty-one per cent would be right.', 'Twenty-one per cent'],
    ['Richtig wären neun von zwölf.', 'neun von zwölf'],
    ['Gezählt wurde eine zu viel.', 'eine zu viel'],
    ['Es waren einundzwanzig Prozent.', 'einundzwanzig Prozent'],
    ['Il fallait lire neuf sur douze.', 'neuf sur douze'],
    ['On en a compté un de trop.', 'un de trop'],
    ['Eran nueve de doce.', 'nueve de doce'],
    ['Se contó una de más.', 'una de más'],
    ['Erano nove su dodici.', 'nove su dodici'],
    ['Ne è stata contata una in più.', 'una in più'],
    ['Het waren er negen van de twaalf.', 'negen van de twaalf'],
    ['Er is één te veel geteld.', 'één te veel'],
    ['Het was er één minder.', 'één minder'],
  ])('never says the right number, from which the difference could be taken: “%s”', (words, told) => {
    expect(complaint(words)).toContain(`“${told}”: say what went wrong without a number.`)
  })

  it.each([
    ['Nora wrote hers down twice.', 'Nora'],
    ['Entered twice by V. Hale.', 'Hale'],
    ['Written down by June van Dijk.', 'June van Dijk'],
  ])('never says whose contact it was: “%s”', (words, name) => {
    expect(complaint(words)).toContain(`“${name}”: say it without anybody’s name.`)
  })

  it('has something to say, and keeps it short', () => {
    expect([complaint(''), complaint('a'.repeat(1001))]).toEqual([
      'Say what is wrong with the number.',
      'Keep it under 1,000 characters.',
    ])
  })
})
