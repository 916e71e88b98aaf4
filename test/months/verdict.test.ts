import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numbersIn } from '../../src/features/months/figure_words.ts'
import { bothWords, monthHeadline, quarterHeadline } from '../../src/features/months/headline.ts'
import { SHARES, TOOK_PART, VALUED } from '../../src/features/months/measures.ts'
import { tallyOf } from '../../src/features/months/tally.ts'
import {
  againstTarget,
  CAVEAT,
  changeOfMean,
  changeOfShare,
  confidenceFor,
  momentsOf,
  shareOf,
} from '../../src/features/months/verdict.ts'
import type { Scale } from '../../src/features/reflections/fields.ts'
import { meanWords } from '../../src/platform/files/report_words.ts'
import { countable } from '../support/countable.ts'
import { readSources } from '../support/sources.ts'

const counts = fc
  .tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 }))
  .map(([a, b]) => ({ count: Math.min(a, b), of: Math.max(a, b) }))

function of(count: number, total: number) {
  return { count, of: total }
}

describe('a verdict', () => {
  it.each([
    ['clear_rise', of(1, 10), of(9, 10)],
    ['clear_fall', of(9, 10), of(1, 10)],
    ['no_clear_change', of(9, 12), of(11, 14)],
    ['too_few', of(0, 4), of(14, 14)],
    ['too_few', of(0, 14), of(4, 4)],
    ['too_few', of(0, 0), of(14, 14)],
    ['too_few', of(14, 14), of(0, 0)],
    ['clear_rise', of(0, 5), of(5, 5)],
  ])('is %s from %o to %o', (verdict, before, after) => {
    expect(changeOfShare(before, after, 0.95).verdict).toBe(verdict)
  })

  it('asks more of the measures that are not the primary one', () => {
    const [primary, other] = [confidenceFor(VALUED, 'valued'), confidenceFor(VALUED, 'addressed')]
    expect([primary, other]).toEqual([0.95, 0.99])
    expect(changeOfShare(of(4, 10), of(9, 10), primary).verdict).toBe('clear_rise')
    expect(changeOfShare(of(4, 10), of(9, 10), other).verdict).toBe('no_clear_change')
  })

  it('turns round with time, is never clear without a difference, and never clearer at 99 %', () => {
    const reversed = {
      clear_rise: 'clear_fall',
      clear_fall: 'clear_rise',
      no_clear_change: 'no_clear_change',
      too_few: 'too_few',
    }
    fc.assert(
      fc.property(counts, counts, (before, after) => {
        const { verdict } = changeOfShare(before, after, 0.95)
        expect(changeOfShare(after, before, 0.95).verdict).toBe(reversed[verdict])
        expect(['no_clear_change', 'too_few']).toContain(changeOfShare(before, before, 0.95).verdict)
        const careful = changeOfShare(before, after, 0.99).verdict
        if (careful !== verdict) expect(careful).toBe('no_clear_change')
      }),
    )
  })

  it('on a mean follows the same words', () => {
    const month = (...felt: Scale[]) =>
      momentsOf('gap', tallyOf(felt.map((valued) => countable({ valued, predictedValued: 3 }))))
    expect(changeOfMean(month(1, 1, 2, 1, 2), month(4, 5, 4, 5, 5), 0.99).verdict).toBe('clear_rise')
    expect(changeOfMean(month(4, 5, 4, 5, 5), month(1, 1, 2, 1, 2), 0.99).verdict).toBe('clear_fall')
    expect(changeOfMean(month(1, 3, 5, 2, 4), month(2, 3, 5, 2, 4), 0.99).verdict).toBe('no_clear_change')
    expect(changeOfMean(month(1, 1, 1, 1), month(5, 5, 5, 5, 5), 0.99).verdict).toBe('too_few')
    expect(changeOfMean(month(2, 2, 2, 2, 2), month(5, 5, 5, 5, 5), 0.99).verdict, 'without any spread').toBe('too_few')
    expect(changeOfMean(month(), month(5), 0.99)).toEqual({ verdict: 'too_few', difference: null })
  })
})

describe('a standard against its target', () => {
  it('is clearly off it only where luck alone would bring that less than once in 200 times', () => {
    // Of ten that each meet it with a chance of 80 %, three or fewer come about 0.09 % of the time, four or fewer 0.64 %.
    expect(againstTarget(of(3, 10), 0.8)).toBe('below')
    expect(againstTarget(of(4, 10), 0.8)).toBe('not_clear')
    // All of 24 come about 0.47 % of the time, all of 23 0.59 %.
    expect(againstTarget(of(24, 24), 0.8)).toBe('above')
    expect(againstTarget(of(23, 23), 0.8)).toBe('not_clear')
  })

  it('is too few to tell below five contacts, and stands against nothing without a target, an answer or a figure', () => {
    expect(againstTarget(of(0, 4), 0.99)).toBe('too_few')
    expect(againstTarget(of(0, 5), 0.99)).toBe('below')
    for (const [figure, target] of [
      [of(3, 9), null],
      [of(0, 0), 0.8],
      [null, 0.8],
    ] as const)
      expect(againstTarget(figure, target)).toBe('nothing')
  })
})

it('writes a mean on the page as in the files, a half away from nothing', () => {
  const { signed } = numbersIn('en-GB')
  for (let sum = -160; sum <= 160; sum += 1)
    expect(signed(sum / 40)).toBe(meanWords(sum / 40, { locale: 'en-GB', signed: true }))
  expect([signed(-23 / 20), signed(0.04), signed(-0.04)]).toEqual(['−1.2', '0.0', '0.0'])
})

it('stands under the same caveat on every page and every printed sheet as in every file', () => {
  const said = readSources('views/**/*.eta', 'views/**/*.css').flatMap(({ text, path }) =>
    [...text.matchAll(/Leaders’ own contacts[^<"]*/g)].map(([words]) => ({ path, words })),
  )
  expect(said.length).toBeGreaterThan(5)
  expect(said.filter(({ words }) => !words.startsWith(CAVEAT))).toEqual([])
})

it('gives no share of nothing', () => {
  expect(shareOf(of(0, 0))).toBeNull()
  expect(shareOf(of(9, 12))?.value).toBe(0.75)
})

describe('the headline of a month', () => {
  const month = (count: number, total: number, running = false) => ({
    name: 'October',
    figure: of(count, total),
    running,
  })
  const september = { name: 'September', figure: of(9, 12) }

  it.each([
    [month(11, 14), september, 'October: 11 of 14 contacts felt valued. No clear change since September.'],
    [month(11, 14, true), september, 'October so far: 11 of 14 contacts felt valued. No clear change since September.'],
    [month(1, 14), september, 'October: 1 of 14 contacts felt valued. A clear fall since September.'],
    [month(4, 4), september, 'October: 4 of 4 contacts felt valued. Too few to tell a change since September.'],
    [month(2, 2), september, 'October: 2 of 2 contacts felt valued. Two contacts are two stories.'],
    [month(0, 1), september, 'October: 0 of 1 contact felt valued. One contact is a story.'],
    [month(0, 0), september, 'October: no contacts were counted.'],
    [month(0, 0, true), september, 'October so far: no contacts counted yet.'],
    [month(11, 14), null, 'October: 11 of 14 contacts felt valued. It is the first month.'],
    [
      month(11, 14),
      { name: 'September', figure: of(0, 0) },
      'October: 11 of 14 contacts felt valued. There is nothing in September to compare it with.',
    ],
  ])('says what the numbers carry: %o', (now, before, sentence) => {
    expect(monthHeadline(VALUED, now, before)).toBe(sentence)
  })

  it('never says clear below five, and never more than it was given', () => {
    fc.assert(
      fc.property(counts, counts, (before, after) => {
        const sentence = monthHeadline(
          VALUED,
          { name: 'October', figure: after, running: false },
          { name: 'September', figure: before },
        )
        if (before.of < 5 || after.of < 5) expect(sentence).not.toMatch(/clear/)
        for (const number of sentence.match(/\d+/g) ?? []) expect([after.count, after.of]).toContain(Number(number))
      }),
    )
  })

  it('speaks of a single one in the singular', () => {
    const one = (measure: (typeof SHARES)[number]) => monthHeadline(measure, month(1, 1), null).split('. ')[0]
    expect(
      [...SHARES, TOOK_PART].map(one).filter((said) => /\bwere\b|(contact|assignment|reflection)s/.test(said ?? '')),
    ).toEqual([])
  })

  it('reads well for every measure', () => {
    for (const measure of [...SHARES, TOOK_PART]) {
      expect(monthHeadline(measure, month(1, 1), null)).toMatch(
        /^October: 1 of 1 (handed-in )?(contact|assignment|reflection) ?/,
      )
      expect(monthHeadline(measure, month(0, 0), null)).toMatch(
        /^October: no (contacts|assignments|handed-in reflections)/,
      )
    }
  })
})

describe('the sentence on the quarter', () => {
  const quarter = (count: number, total: number) => ({ name: 'October', figure: of(count, total) })
  const earlier = (count: number, total: number) => ({
    name: 'July to September',
    figure: of(count, total),
  })

  it.each([
    [
      quarter(11, 14),
      earlier(21, 29),
      'October: 11 of 14 contacts felt valued. No clear change since July to September.',
    ],
    [
      quarter(3, 4),
      earlier(21, 29),
      'October: 3 of 4 contacts felt valued. Too few to tell a change since July to September.',
    ],
    [
      quarter(3, 4),
      earlier(0, 0),
      'October: 3 of 4 contacts felt valued. There is nothing in July to September to compare it with.',
    ],
    [quarter(0, 0), earlier(21, 29), ''],
  ])('compares the two: %o', (now, then, sentence) => {
    expect(quarterHeadline(VALUED, now, then)).toBe(sentence)
  })

  it('is not taken back by a month that does not stand out', () => {
    const both = (signal: 'none' | 'concern' | 'too_few' | undefined) => bothWords(of(25, 67), of(22, 38), signal)
    expect(both('none')).toBe(' Both hold: quarters can differ clearly while no single month stands out.')
    expect([both('concern'), both('too_few'), both(undefined)]).toEqual(['', '', ''])
    expect(bothWords(of(25, 67), of(15, 38), 'none'), 'no clear change').toBe('')
    expect(bothWords(of(0, 0), of(15, 38), 'none')).toBe('')
  })
})
