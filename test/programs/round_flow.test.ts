import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { rises } from '../../src/features/programs/goals.ts'
import { choosePairs, type RoundQuestion } from '../../src/features/programs/round_flow.ts'
import { type RoundAnswer, roundSolver } from '../support/highs_round.ts'

let solve: (question: RoundQuestion) => RoundAnswer
beforeAll(async () => {
  solve = await roundSolver()
})

/** Leaders with different pasts and targets, touchpoints with different shares, some pairs, some of them costly. */
const anyQuestion: fc.Arbitrary<RoundQuestion> = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 8 }))
  .chain(([leaders, touchpoints, most]) => {
    const target = fc.record({
      contacts: fc.integer({ min: 0, max: 3 }),
      target: fc.constantFrom(0, 0.5, 1, 1.75, 2, 3.25),
      room: fc.integer({ min: 0, max: 3 }),
    })
    const pair = fc.record({
      isThere: fc.boolean(),
      loss: fc.constantFrom(0, 0, 0, 1),
      repeats: fc.constantFrom(0, 0, 1),
      last: fc.integer({ min: 0, max: 3 }),
    })

    return fc
      .record({
        people: fc.array(target, { minLength: leaders, maxLength: leaders }),
        places: fc.array(target, { minLength: touchpoints, maxLength: touchpoints }),
        pairs: fc.array(pair, { minLength: leaders * touchpoints, maxLength: leaders * touchpoints }),
      })
      .map(({ people, places, pairs }) => ({
        leaders: people.map(({ contacts, target, room }) => ({ prices: rises(contacts, target, room), parts: [room] })),
        touchpoints: places.map(({ contacts, target, room }) => ({ prices: rises(contacts, target, room) })),
        pairs: pairs.flatMap(({ isThere, ...costs }, i) =>
          isThere ? [{ leader: Math.floor(i / touchpoints), touchpoint: i % touchpoints, part: 0, ...costs }] : [],
        ),
        most,
      }))
  })
  .filter(({ pairs }) => pairs.length > 0)

describe('the pairs of a round', () => {
  it('are as many, as even, as spread and as new as HiGHS proves they can be, in that order', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        expect(answerOf(question)).toEqual(solve(question))
      }),
      { numRuns: 60, seed: 7 },
    )
  })
})

function answerOf(question: RoundQuestion): RoundAnswer {
  const chosen = choosePairs(question).map((pair) => question.pairs[pair] as RoundQuestion['pairs'][number])
  const spent = (things: readonly { prices: readonly number[] }[], of: 'leader' | 'touchpoint') =>
    total(things.map(({ prices }, i) => total(prices.slice(0, chosen.filter((pair) => pair[of] === i).length))))

  return {
    contacts: chosen.length,
    loss: total(chosen.map(({ loss }) => loss)),
    loads: spent(question.leaders, 'leader'),
    coverage: spent(question.touchpoints, 'touchpoint'),
    repeats: total(chosen.map(({ repeats }) => repeats)),
  }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
