import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { howCounted, leadingMeasure } from '../../src/features/months/every_measure.ts'
import {
  GAP,
  type Measure,
  PRIDE,
  SHARES,
  type ShareMeasure,
  standardMeasure,
  TOOK_PART,
} from '../../src/features/months/measures.ts'
import { countOf, tallyOf, together } from '../../src/features/months/tally.ts'
import { momentsOf } from '../../src/features/months/verdict.ts'
import type { StandardAnswer } from '../../src/features/reflections/fields.ts'
import { countable, countables } from '../support/countable.ts'

const COUNTS = { count: 1, of: 1 }
const COUNTS_AGAINST = { count: 0, of: 1 }
const LEFT_OUT = { count: 0, of: 0 }

const NOBODY = {
  addressed: 'no',
  correct: null,
  acknowledged: null,
  escalation: 'not_offered',
  valued: 1,
  pride: 1,
  business: 'no',
} as const

const countOne = (measure: Measure, contact: ReturnType<typeof countable>) => countOf(measure, tallyOf([contact]))

function measure(key: string): ShareMeasure {
  const found = SHARES.find((each) => each.key === key)
  if (!found) throw new Error(`no measure ${key}`)

  return found
}

describe('a contact whose cover was blown', () => {
  it('is counted nowhere', () => {
    for (const each of [...SHARES, PRIDE, GAP]) expect(countOne(each, countable({ cover: 'blown' }))).toEqual(LEFT_OUT)
  })

  it('is counted where cover was only suspected', () => {
    expect(countOne(measure('valued'), countable({ cover: 'suspected' }))).toEqual(COUNTS)
  })
})

it('leaves out a story outside the rules', () => {
  for (const each of SHARES) expect(countOne(each, countable({ counts: false }))).toEqual(LEFT_OUT)
})

describe('a contact that reached nobody', () => {
  it.each(['gave_up', 'no_answer'] as const)(
    'counts against us in all that is asked of all contacts (%s)',
    (reached) => {
      const contact = countable({ ...NOBODY, reached })
      for (const key of ['reached', 'valued', 'addressed', 'escalation', 'escalation_unasked', 'proud', 'business'])
        expect(countOne(measure(key), contact)).toEqual(COUNTS_AGAINST)
      expect(countOne(measure('embarrassed'), contact)).toEqual(COUNTS)
      for (const key of ['right_warm', 'right_cold', 'wrong_warm', 'neither', 'promise_kept', 'survey'])
        expect(countOne(measure(key), contact)).toEqual(LEFT_OUT)
    },
  )
})

it('takes a bot for somebody, but not for a person', () => {
  const contact = countable({ reached: 'bot', correct: 'yes', acknowledged: 1 })
  expect(countOne(measure('reached'), contact)).toEqual(COUNTS_AGAINST)
  expect(countOne(measure('right_cold'), contact)).toEqual(COUNTS)
})

describe('each measure', () => {
  it.each([
    ['valued', { valued: 3 }, COUNTS_AGAINST],
    ['valued', { valued: 4 }, COUNTS],
    ['valued', { valued: 5 }, COUNTS],
    ['addressed', { addressed: 'partly' }, COUNTS_AGAINST],
    ['addressed', { addressed: 'no' }, COUNTS_AGAINST],
    ['escalation', { escalation: 'not_needed' }, LEFT_OUT],
    ['escalation', { escalation: 'offered' }, COUNTS],
    ['escalation', { escalation: 'when_asked' }, COUNTS],
    ['escalation', { escalation: 'not_offered' }, COUNTS_AGAINST],
    ['escalation_unasked', { escalation: 'not_needed' }, LEFT_OUT],
    ['escalation_unasked', { escalation: 'offered' }, COUNTS],
    ['escalation_unasked', { escalation: 'when_asked' }, COUNTS_AGAINST],
    ['promise_kept', { promise: 'none' }, LEFT_OUT],
    ['promise_kept', { promise: 'still_open' }, LEFT_OUT],
    ['promise_kept', { promise: 'kept' }, COUNTS],
    ['promise_kept', { promise: 'late' }, COUNTS_AGAINST],
    ['promise_kept', { promise: 'broken' }, COUNTS_AGAINST],
    ['survey', { survey: 'not_asked' }, LEFT_OUT],
    ['survey', { survey: 'could_say' }, COUNTS],
    ['survey', { survey: 'could_not_say' }, COUNTS_AGAINST],
    ['proud', { pride: 3 }, COUNTS_AGAINST],
    ['proud', { pride: 4 }, COUNTS],
    ['embarrassed', { pride: 3 }, COUNTS_AGAINST],
    ['embarrassed', { pride: 2 }, COUNTS],
    ['business', { business: 'unsure' }, COUNTS_AGAINST],
    ['right_warm', { correct: 'yes', acknowledged: 4 }, COUNTS],
    ['right_warm', { correct: 'partly', acknowledged: 5 }, COUNTS_AGAINST],
    ['right_warm', { correct: 'cannot_tell' }, LEFT_OUT],
    ['right_cold', { correct: 'yes', acknowledged: 3 }, COUNTS],
    ['wrong_warm', { correct: 'partly', acknowledged: 4 }, COUNTS],
    ['neither', { correct: 'no', acknowledged: 3 }, COUNTS],
    ['in_time', { daysLate: 1 }, COUNTS_AGAINST],
    ['in_time', { daysLate: 0 }, COUNTS],
  ] as const)('%s of %o', (key, differs, counted) => {
    expect(countOne(measure(key), countable(differs))).toEqual(counted)
  })

  it('counts a standard where it was met or not met', () => {
    const standard = standardMeasure({ id: 'three_minutes', statement: 'A person answers within 3 minutes' })
    const answered = (answer: StandardAnswer) => countable({ standards: { three_minutes: answer } })
    expect(countOne(standard, answered('met'))).toEqual(COUNTS)
    expect(countOne(standard, answered('not_met'))).toEqual(COUNTS_AGAINST)
    expect(countOne(standard, answered('could_not_tell'))).toEqual(LEFT_OUT)
    expect(countOne(standard, answered('not_applicable'))).toEqual(LEFT_OUT)
    expect(countOne(standard, countable())).toEqual(LEFT_OUT)
  })

  it('takes the expectation gap over contacts with a prediction', () => {
    const felt = [countable({ valued: 2, predictedValued: 4 }), countable({ valued: 5, predictedValued: 4 })]
    const tally = tallyOf([...felt, countable({ predictedValued: null })])
    expect(momentsOf(GAP.question, tally)).toEqual({ of: 2, sum: -1, squares: 5 })
  })

  it('has a key of its own and says of what it is a share and how it is counted', () => {
    const all = [...SHARES, PRIDE, GAP, TOOK_PART]
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
    for (const each of all) expect(each.counted).toMatch(/^[^a-z].*\.$/)
    for (const each of all) expect(each.counts.every((answer) => each.among.includes(answer))).toBe(true)
  })
})

describe('the measure that leads', () => {
  it('is felt valued, unless a lead chose another share', () => {
    expect([null, undefined, 'nothing of the kind', GAP.key].map((key) => leadingMeasure(key).key)).toEqual(
      Array(4).fill('valued'),
    )
    for (const { key } of SHARES) expect(leadingMeasure(key).key).toBe(key)
  })
})

it('says how it is counted: of what first, then which answers', () => {
  expect(howCounted(measure('survey'))).toMatch(/^Share of contacts that were asked for an opinion\. Asked for/)
  expect(howCounted(GAP)).toMatch(/^Mean over contacts with a prediction\. How valued/)
})

describe('counts', () => {
  it('are never more than what they are of, and the four corners make up the whole', () => {
    fc.assert(
      fc.property(fc.array(countables), (reflections) => {
        const tally = tallyOf(reflections)
        for (const each of SHARES) {
          const { count, of } = countOf(each, tally)
          expect(0 <= count && count <= of && of <= reflections.length).toBe(true)
        }
        const corners = ['right_warm', 'right_cold', 'wrong_warm', 'neither'].map((key) => countOf(measure(key), tally))
        expect(corners.reduce((sum, { count }) => sum + count, 0)).toBe(corners[0]?.of)
      }),
    )
  })

  it('of several months together are those of all their contacts', () => {
    fc.assert(
      fc.property(fc.array(fc.array(countables)), (months) => {
        expect(together(months.map(tallyOf))).toEqual(tallyOf(months.flat()))
      }),
    )
  })
})
