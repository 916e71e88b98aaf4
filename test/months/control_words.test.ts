import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartedMonths, signalSaid, TELLING_MONTHS } from '../../src/features/months/control.ts'
import {
  causeWords,
  controlHeadline,
  controlSentence,
  controlVerdict,
} from '../../src/features/months/control_words.ts'
import { controlChart } from '../../src/lib/control_chart.ts'
import { observed, TWELVE } from '../support/charted.ts'

const UP = { improvement: 'up', rebases: [] } as const

describe('what a control chart says', () => {
  const DECEMBER = { name: 'December', stage: 'over' } as const
  const percent = (value: number) => `${Math.round(value * 100)}%`
  const last = (values: number[], of = 10) => {
    const charted = chartedMonths(observed(values, of), UP)?.at(-1)
    if (!charted) throw new Error('not charted')

    return charted
  }

  it('is common cause where nothing stands out, with where months lie by themselves', () => {
    const charted = last(TWELVE)
    expect(controlVerdict(charted, 'over')).toEqual({
      words: 'Common cause: nothing changed',
      mark: 'flat',
      clear: false,
    })
    expect(controlSentence(charted, DECEMBER, percent)).toBe(
      'Common cause: December lies within what comes and goes by itself. Left alone, nearly every month lies between 31% and 89%, around a mean of 60%.',
    )
  })

  it('is a special cause with its rule, an improvement or a concern', () => {
    expect(controlVerdict(last([...TWELVE, 1]), 'over')).toEqual({
      words: 'Special cause: improvement',
      mark: 'up',
      clear: true,
    })
    expect(controlHeadline(last([...TWELVE, 1]), 'over')).toBe(
      'A special cause, an improvement: above the upper limit.',
    )
    expect(controlHeadline(last([...TWELVE, 0]), 'over')).toBe('A special cause, a concern: below the lower limit.')
    expect(causeWords({ cause: { rule: 'one_side', way: 'down' } })).toContain('in a row below the mean')
  })

  it('is said so far while the month is not over, with how few may turn it', () => {
    const [usual, special] = [last(TWELVE), last([...TWELVE, 0])]
    expect(controlVerdict(usual, 'running').words).toBe('Common cause: nothing changed so far')
    expect(controlVerdict(special, 'running')).toEqual({
      words: 'Special cause: concern so far',
      mark: 'down',
      clear: true,
    })
    expect(controlHeadline(usual, 'running')).toBe('Common cause: nothing changed so far.')
    expect(controlHeadline(special, 'running')).toBe('A special cause so far, a concern: below the lower limit.')
    expect(controlSentence(special, { ...DECEMBER, stage: 'running' }, percent)).toMatch(
      /^Special cause, a concern: December so far is below the lower limit\. It is not over, and contacts beyond these 10 can turn this\. /,
    )
    expect(controlSentence(special, DECEMBER, percent)).not.toContain('not over')
  })

  it('claims no range where the limits take in all there can be', () => {
    const ends = (value: number) => percent(Math.max(0, Math.min(1, value)))
    expect(controlSentence(last(TWELVE.map((_, i) => i % 2)), DECEMBER, ends)).toContain(
      'comes and goes by itself. The limits take in all there can be, around a mean of 50%: no month alone can stand out.',
    )
  })

  it('is nothing over a handful of contacts: they are stories', () => {
    expect(controlVerdict(last([...TWELVE, 1], 4), 'over').words).toBe('Too few to tell')
    expect(controlHeadline(last([...TWELVE, 1], 4), 'over')).toBe('Too few to tell a change.')
  })

  it('is not that nothing changed where no month could stand out: limits of fewer than five months hold any', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: TELLING_MONTHS - 1 })
    fc.assert(
      fc.property(values, (few) => {
        expect(controlChart(few, { improvement: 'up' }).map(({ signal }) => signal)).toEqual(few.map(() => 'none'))
      }),
    )
    expect(controlChart([0, 0, 0, 1, 2], { improvement: 'up' }).at(-1)?.signal).toBe('improvement')
    const rebases = [{ month: '2025-09', reason: 'New' }]
    const charted = chartedMonths(observed(TWELVE), { improvement: 'up', rebases }) ?? []
    expect(charted.map((month) => signalSaid(month))).toEqual([
      ...new Array(8).fill('none'),
      ...new Array(4).fill('too_few'),
    ])
    const words = charted
      .slice(-1)
      .map((month) => [controlVerdict(month, 'over').words, controlHeadline(month, 'over')])
    expect(words).toEqual([['Too few to tell', 'Too few to tell a change.']])
  })

  it('is provisional while its limits are made from few months, and one alone has none', () => {
    const rebased = (month: string) => {
      const charted = chartedMonths(observed(TWELVE), { improvement: 'up', rebases: [{ month, reason: 'New' }] })?.at(
        -1,
      )
      if (!charted) throw new Error('not charted')

      return controlSentence(charted, DECEMBER, percent)
    }
    expect(rebased('2025-08')).toMatch(/^Common cause: .*provisional, from 5 months/)
    expect(rebased('2025-09')).toMatch(
      /^Since the limits began anew there are too few months to tell December from chance\. /,
    )
    expect(rebased('2025-11')).toContain('provisional, from 2 months')
    expect(rebased('2025-12')).toContain('One month alone has no limits yet')
  })
})
