import fc from 'fast-check'
import type { Countable } from '../../src/features/reflections/counts.ts'

/** A good contact, as counting sees it; tests say only what differs. */
export function countable(differs: Partial<Countable> = {}): Countable {
  return {
    month: '2026-06',
    programId: 'first_hand',
    touchpointId: 'billing_line',
    scenarioId: 'doubled_bill',
    leaderId: 'nora',
    counts: true,
    cover: 'kept',
    daysLate: 0,
    reached: 'person',
    addressed: 'yes',
    correct: 'yes',
    escalation: 'not_needed',
    promise: 'none',
    survey: 'not_asked',
    valued: 4,
    acknowledged: 4,
    pride: 4,
    business: 'yes',
    predictedValued: 4,
    standards: {},
    ...differs,
  }
}

const oneToFive = fc.constantFrom(1, 2, 3, 4, 5)

/** Any handed-in reflection, of few months, leaders and slices, so that they meet. */
export const countables: fc.Arbitrary<Countable> = fc.record({
  month: fc.constantFrom('2026-05', '2026-06', '2026-07'),
  programId: fc.constantFrom('first_hand', 'after_hours', null),
  touchpointId: fc.constantFrom('billing_line', 'chat', 'shop'),
  scenarioId: fc.constantFrom('doubled_bill', 'moving_home', null),
  leaderId: fc.constantFrom('nora', 'viktor', 'maud'),
  counts: fc.boolean(),
  cover: fc.constantFrom('kept', 'suspected', 'blown'),
  daysLate: fc.integer({ min: 0, max: 3 }),
  reached: fc.constantFrom('person', 'bot', 'gave_up', 'no_answer'),
  addressed: fc.constantFrom('yes', 'partly', 'no'),
  correct: fc.constantFrom('yes', 'partly', 'no', 'cannot_tell', null),
  escalation: fc.constantFrom('offered', 'when_asked', 'not_offered', 'not_needed'),
  promise: fc.constantFrom('none', 'kept', 'late', 'broken', 'still_open'),
  survey: fc.constantFrom('not_asked', 'could_say', 'could_not_say'),
  valued: oneToFive,
  acknowledged: fc.option(oneToFive),
  pride: oneToFive,
  business: fc.constantFrom('yes', 'unsure', 'no'),
  predictedValued: fc.option(oneToFive),
  standards: fc.dictionary(
    fc.constantFrom('three_minutes', 'names_itself', 'says_what_next'),
    fc.constantFrom('met', 'not_met', 'could_not_tell', 'not_applicable'),
    { noNullPrototype: true },
  ),
})
