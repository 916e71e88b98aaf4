import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MASK, masked, maskingComplaint } from '../../src/features/reflections/masking.ts'
import { isThirdDay, mayAddContext, mayDecide, releaseThemselves } from '../../src/features/reflections/release.ts'
import { guessLanguage } from '../../src/lib/language.ts'
import { checkText } from '../../src/lib/name_check.ts'
import { INDEPENDENT } from '../lib/independent_sentences.ts'
import { LABELLED } from '../lib/labelled_sentences.ts'

const NOBODY = { names: [], prepared: [] }
const day = (text: string) => Temporal.PlainDate.from(text)

describe('texts that release themselves', () => {
  it('do so on the third day after they were written, over a month’s end and a leap day', () => {
    expect([12, 13, 14].map((on) => isThirdDay(day('2026-06-10'), day(`2026-06-${on}`)))).toEqual([false, true, true])
    expect(isThirdDay(day('2028-02-28'), day('2028-03-02'))).toBe(true)
    expect(isThirdDay(day('2028-02-28'), day('2028-03-01'))).toBe(false)
  })

  it('are in English, and point at nobody', () => {
    const story = 'They thanked me three times and I still do not know what I owe.'
    expect(releaseThemselves([story], NOBODY)).toBe(true)
    expect(releaseThemselves([story, 'Not my department.'], NOBODY)).toBe(true)
    expect(releaseThemselves([story, 'Sarah was kind to me and I told her.'], NOBODY)).toBe(false)
    expect(releaseThemselves([story, ''], NOBODY)).toBe(true)
    expect(releaseThemselves(['Lovely.'], NOBODY)).toBe(false)
    expect(releaseThemselves([], NOBODY)).toBe(false)
  })

  it('never do while one of them is in another language, though most of it is English', () => {
    const story = 'They thanked me three times and I still do not know what I owe them.'
    for (const other of [
      'Ich habe mit Sabine gesprochen und sie war sehr nett.',
      'Elle m’a dit que ce n’est pas possible et je ne comprends pas.',
      'Ho parlato con una persona che non mi ha detto nulla della bolletta.',
      'De mevrouw was heel vriendelijk maar ze wist het ook niet.',
      'Jag fick vänta länge och det var ingen som visste något.',
      'Nie wiem, co się stało z moim rachunkiem i nikt mi nie pomógł.',
    ])
      expect(releaseThemselves([story, other], NOBODY), other).toBe(false)
  })

  it('never do with anything found in them', () => {
    const english = 'It was the first time that I was told what they would do and when.'
    for (const { sentence } of [...LABELLED, ...INDEPENDENT])
      if (checkText(sentence).length > 0) expect(releaseThemselves([english, sentence], NOBODY), sentence).toBe(false)
  })
})

describe('the language', () => {
  it('of an ordinary English sentence is told or not told, never told wrongly', () => {
    const guesses = [...LABELLED, ...INDEPENDENT].map(({ sentence }) => guessLanguage(sentence))
    const told = guesses.filter((guess) => guess === 'en').length

    expect(guesses.filter((guess) => guess !== 'en' && guess !== null)).toEqual([])
    expect(told / guesses.length).toBeGreaterThan(0.6)
  })

  it('of a few words, a mixture or another alphabet is not told', () => {
    for (const text of [
      'No.',
      'Thank you!',
      'Ich and you und me',
      'Δεν ξέρω τι χρωστάω σε αυτούς',
      '料金がわかりません',
      '',
    ])
      expect(guessLanguage(text), text).not.toBe('en')
  })
})

describe('who decides about texts', () => {
  it('is a lead who did not write them', () => {
    expect(mayDecide('nora', { id: 'maud', roles: ['lead'] })).toBe(true)
    expect(mayDecide('maud', { id: 'maud', roles: ['lead', 'leader'] })).toBe(false)
    for (const role of ['leader', 'owner', 'reviewer', 'admin'])
      expect(mayDecide('nora', { id: 'x', roles: [role] })).toBe(false)
    expect(mayDecide('nora', { id: null, roles: [] })).toBe(false)
  })

  it('lets the owner of the touchpoint, and nobody else, say something beside them for a week', () => {
    const released = { state: 'released', releasedOn: day('2026-06-13'), ownerId: 'otto' } as const
    const otto = { id: 'otto', roles: ['owner'] }
    const may = (on: string, who = otto) => mayAddContext(released, who, day(on))

    expect(['2026-06-12', '2026-06-13', '2026-06-20', '2026-06-21'].map((on) => may(on))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(may('2026-06-14', { id: 'maud', roles: ['owner', 'lead'] })).toBe(false)
    expect(may('2026-06-14', { id: 'otto', roles: ['reviewer'] })).toBe(false)
    for (const state of ['unreleased', 'held'] as const)
      expect(mayAddContext({ ...released, state }, otto, day('2026-06-14'))).toBe(false)
  })
})

describe('masking', () => {
  it('leaves no letter of the words, however they are written', () => {
    expect(masked('Sarah said: “ask SARAH”, so I asked sarah’s colleague.', ['Sarah'])).toBe(
      `${MASK} said: “ask ${MASK}”, so I asked ${MASK}’s colleague.`,
    )
    expect(masked("Mr O’Brien,\nMr  O'Brien", ["O'Brien", 'Mr O’Brien'])).toBe(`${MASK},\n${MASK}`)
    expect(masked('Zoe\u0301 and Zo\u00e9', ['Zoé'])).toBe(`${MASK} and ${MASK}`)
    expect(masked('a (b) c', ['(b)'])).toBe(`a ${MASK} c`)
  })

  it('never leaves the words standing, and never touches a text without them', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 2, maxLength: 8 }).filter((one) => one.trim().length >= 2)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), words, fc.string({ unit: 'grapheme' }), (before, secret, after) => {
        const rest = masked(before + secret + after, [secret])
        const isOfMask = MASK.includes(secret.trim())
        if (!isOfMask) expect(rest.normalize('NFC')).not.toContain(secret.trim().normalize('NFC'))
        expect(rest).toContain(MASK)
        expect(masked('Nothing here.', ['§§'])).toBe('Nothing here.')
      }),
    )
  })

  it('asks for words that stand there', () => {
    expect(maskingComplaint(['', ' '], ['Sarah.'])).toContain('Choose or write')
    expect(maskingComplaint(['Marek'], ['Sarah.'])).toContain('“Marek” does not stand')
    expect(maskingComplaint(['a'], ['Sarah.'])).not.toBeNull()
    expect(maskingComplaint(['sarah', ''], ['Sarah.'])).toBeNull()
  })
})
