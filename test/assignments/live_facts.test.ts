import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeParticulars } from '../../src/features/reflections/particulars.ts'
import { noraReached, phoneTerms } from '../reflections/answers.ts'
import { browserModule } from '../support/browser_module.ts'

type What = 'begun' | 'answered' | 'hold' | 'back' | 'transferred' | 'ended'
interface Tap {
  what: What
  at: number
}
interface LiveFacts {
  mayHappen: (taps: readonly Tap[], what: What) => boolean
  tallyOf: (taps: readonly Tap[], now: number) => Record<'elapsed' | 'waited' | 'holds' | 'transfers', number>
  factsOf: (taps: readonly Tap[], at: { zone: string; tempo: string }) => Record<string, string>
}

const { mayHappen, tallyOf, factsOf } = await browserModule<LiveFacts>('live_facts.js')

const LONDON = { zone: 'Europe/London', tempo: 'live' }
const BEGUN = Date.parse('2026-06-10T09:17:43Z')
const tapsOf = (...happened: [What, seconds: number][]): Tap[] =>
  happened.map(([what, seconds]) => ({ what, at: BEGUN + seconds * 1000 }))

/** Whatever a thumb does, in whatever order; what cannot happen is not taken. */
const anyTaps = fc
  .array(
    fc.record({
      what: fc.constantFrom<What>('begun', 'answered', 'hold', 'back', 'transferred', 'ended'),
      after: fc.nat({ max: 4000 }),
    }),
    { maxLength: 30 },
  )
  .map((tried) => {
    const taps: Tap[] = []
    let at = BEGUN
    for (const { what, after } of tried) {
      at += after * 1000
      if (mayHappen(taps, what)) taps.push({ what, at })
    }

    return taps
  })

describe('the live log', () => {
  it('turns a call into durations', () => {
    const taps = tapsOf(['begun', 0], ['answered', 190], ['hold', 285], ['back', 415], ['ended', 540])

    expect(factsOf(taps, LONDON)).toEqual({
      contacted_on: '2026-06-10',
      daypart: 'morning',
      reached: 'person',
      wait: '3_to_10',
      wait_half_minutes: '6',
      transfers: '0',
      holds: '1',
      duration_minutes: '9',
    })
  })

  it('says how long one waited before giving up, and leaves open who was reached', () => {
    expect(factsOf(tapsOf(['begun', 0], ['ended', 700]), LONDON)).toEqual({
      contacted_on: '2026-06-10',
      daypart: 'morning',
      wait: 'over_10',
      wait_half_minutes: '23',
      duration_minutes: '12',
    })
  })

  it('counts a transfer and the person after it, and the first wait only', () => {
    const taps = tapsOf(['begun', 0], ['answered', 20], ['transferred', 100], ['answered', 900], ['transferred', 950])

    expect(factsOf(taps, LONDON)).toMatchObject({ wait: 'under_1', transfers: '2' })
  })

  it('counts days where answers take days', () => {
    const after = (hours: number) =>
      factsOf(tapsOf(['begun', 0], ['answered', hours * 3600]), { ...LONDON, tempo: 'written' }).wait

    expect([1, 15, 40, 80, 24 * 9, 24 * 12].map(after)).toEqual([
      ...['same_day', 'next_day', '2_to_3', '2_to_3', '4_to_10', 'over_10'],
    ])
  })

  it('tells day and part of the day as they are at the touchpoint', () => {
    const at = (zone: string) => factsOf(tapsOf(['begun', 0]), { zone, tempo: 'live' })

    expect(at('Pacific/Auckland')).toEqual({ contacted_on: '2026-06-10', daypart: 'night' })
    expect(at('America/Los_Angeles')).toEqual({ contacted_on: '2026-06-10', daypart: 'night' })
    expect(at('Asia/Kolkata')).toEqual({ contacted_on: '2026-06-10', daypart: 'afternoon' })
    expect(at('Pacific/Kiritimati').contacted_on).toBe('2026-06-10')
  })

  it('begins with the first key and takes nothing after the last', () => {
    expect(mayHappen([], 'answered')).toBe(false)
    expect(mayHappen([], 'begun')).toBe(true)
    expect(mayHappen(tapsOf(['begun', 0], ['ended', 5]), 'hold')).toBe(false)
    expect(mayHappen(tapsOf(['begun', 0]), 'begun')).toBe(false)
    expect(factsOf([], LONDON)).toEqual({})
  })

  it('never lets a clock time out, whatever is tapped', () => {
    fc.assert(
      fc.property(anyTaps, (taps) => {
        const facts = JSON.stringify(factsOf(taps, LONDON))
        expect(facts).not.toMatch(/\d{1,2}:\d{2}|T\d{2}|\d{9,}/)
      }),
    )
  })

  it('measures waits and durations that fit each other and the answer they fill in', () => {
    fc.assert(
      fc.property(anyTaps, (taps) => {
        const { wait, wait_half_minutes: halves, duration_minutes: minutes } = factsOf(taps, LONDON)
        if (halves === undefined || Number(halves) > 2880) return
        const answers = { ...noraReached, wait: wait as typeof noraReached.wait }
        expect(completeParticulars({ waitHalfMinutes: halves }, answers, phoneTerms).waitHalfMinutes).toBe(
          Number(halves),
        )
        if (minutes !== undefined) expect(Number(minutes)).toBeGreaterThanOrEqual(Math.floor(Number(halves) / 2) - 1)
      }),
    )
  })

  it('bears a clock that is set back', () => {
    const tally = tallyOf(tapsOf(['begun', 0], ['answered', -500], ['ended', -400]), BEGUN)

    expect(tally).toMatchObject({ elapsed: 0, waited: 0 })
  })
})
