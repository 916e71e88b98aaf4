import { describe, expect, it } from 'vitest'
import { familiesOf } from '../../src/features/months/families.ts'
import { answersOf } from '../../src/features/reflections/counts.ts'
import { complete, type Given } from '../../src/features/reflections/reflection.ts'
import { countable } from '../support/countable.ts'

const STANDARD = 'three_minutes'

/** Of every question one answer for each kind that some figure tells apart. */
const ANSWERS: readonly (readonly Given[])[] = [
  [{ reached: 'person' }, { reached: 'bot' }],
  [{ addressed: 'yes' }, { addressed: 'partly' }],
  (['yes', 'no'] as const)
    .flatMap((correct) => ([1, 5] as const).map((acknowledged): Given => ({ correct, acknowledged })))
    .concat({ correct: 'cannot_tell', acknowledged: 1 }),
  (['offered', 'when_asked', 'not_offered', 'not_needed'] as const).map((escalation) => ({ escalation })),
  (['kept', 'late', 'none'] as const).map((promise) => ({ promise })),
  (['could_say', 'could_not_say', 'not_asked'] as const).map((survey) => ({ survey })),
  ([1, 3, 5] as const).map((pride) => ({ pride })),
  (['yes', 'unsure'] as const).map((business) => ({ business })),
  (['met', 'not_met', 'not_applicable'] as const).map((met) => ({ standards: { [STANDARD]: met } })),
]

const ELSE: Given = {
  ...{ contactedOn: '2026-06-01', daypart: 'morning', transfers: 0, repeated: 'no', valued: 3, cover: 'kept' },
  story: 'They rang me back.',
}

const everyChoice = (from: readonly (readonly Given[])[]): Given[] =>
  from.reduce<Given[]>((all, some) => all.flatMap((given) => some.map((one) => ({ ...given, ...one }))), [ELSE])

describe('every family of measures but felt valued and the gap', () => {
  it.each([
    ['live', 'under_1'],
    ['written', 'next_day'],
  ] as const)(
    'tells nothing of any other: whatever one was answered goes with whatever another was (%s)',
    (tempo, wait) => {
      const families = familiesOf([{ id: STANDARD, statement: 'A person answers within 3 minutes' }]).filter(
        ({ ofAssignments, question }) => !ofAssignments && question !== 'in_time',
      )
      const terms = { tempo, today: Temporal.PlainDate.from('2026-06-02'), earliest: null, answerDays: null }
      const seen = new Set<string>()
      for (const given of everyChoice(ANSWERS)) {
        const kept = complete({ ...given, wait }, { ...terms, standards: [STANDARD] })
        const answers = new Map(answersOf(countable(kept)).map(({ question, answer }) => [question, answer]))
        seen.add(families.map(({ question, kindOf }) => kindOf(answers.get(question))).join())
      }
      expect(seen.size).toBe(families.reduce((all, { kinds }) => all * kinds, 1))
    },
  )
})
