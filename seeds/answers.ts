import type { Prediction } from '../src/features/assignments/prediction.ts'
import { tempoOf } from '../src/features/reflections/choices.ts'
import type { Answers, Scale, StandardAnswer } from '../src/features/reflections/fields.ts'
import type { Channel } from '../src/features/touchpoints/touchpoint.ts'
import type { Temper } from './cast.ts'
import type { Dice } from './dice.ts'
import { USUAL, WAITS } from './outcomes.ts'
import { GIVEN_AWAY } from './reasons.ts'
import type { Outcome, Telling } from './telling.ts'

/** One contact as it went, before anybody writes it down. */
export interface Experience {
  outcome: Outcome
  telling: Telling
  channel: Channel
  temper: Temper
  day: Temporal.PlainDate
  daypart: Answers['daypart']
  /** The standards that will be asked. */
  standards: readonly string[]
}

/** Everything the form asks, in keeping with the outcome, the telling and whoever writes. */
export function answersTo(experience: Experience, dice: Dice): Answers {
  const { telling, day, daypart, standards, outcome } = experience
  const facts = factsOf(experience, dice)

  return {
    contactedOn: day.toString(),
    daypart,
    ...facts,
    escalation: escalationOf(facts),
    standards: Object.fromEntries(standards.map((id) => [id, standardAnswer(outcome, dice)])),
    ...feelingsOf(experience, dice),
    businessReason: telling.why ?? '',
    wellDone: telling.well ?? '',
    story: telling.story,
    phrase: telling.phrase ?? '',
    belief: telling.belief ?? '',
    causes: telling.causes ?? [],
    unsaid: telling.unsaid ?? '',
    ...coverOf(facts.reached, experience, dice),
  }
}

/** Before a contact people expect their own service to be fine; those who have been wrong often expect a little less. */
export function predictionOf({ hope }: Temper, contactsBefore: number, dice: Dice): Prediction {
  const learned = Math.min(contactsBefore, 10) * 0.03
  const expected = 3.3 + hope * (1 - learned) + wobble(dice) * 0.7
  const sure = hope > 1 ? 84 : 68

  return {
    predictedValued: scale(expected),
    predictedAddressed: dice.weighted({ yes: sure, partly: 96 - sure, no: 4 }),
    mood: dice.weighted({ calm: 38, neutral: 34, rushed: 20, irritated: 8 }),
  }
}

function factsOf({ outcome, channel, telling }: Experience, dice: Dice) {
  const usual = USUAL[outcome]

  return {
    reached: dice.weighted(usual.reached),
    wait: dice.weighted(WAITS[channel === 'social' ? 'social' : tempoOf(channel)][outcome]),
    transfers: Number(dice.weighted(usual.transfers)) as 0 | 1 | 2 | 3,
    repeated: dice.chance(usual.repeated) ? ('yes' as const) : ('no' as const),
    addressed: dice.weighted(usual.addressed),
    correct: dice.weighted(usual.correct),
    escalation: dice.weighted(usual.escalation),
    promise: dice.weighted(usual.promise),
    survey: dice.weighted(usual.survey),
    ...telling.facts,
  }
}

/** A way to take it further is needed wherever the concern was not dealt with. */
function escalationOf(facts: Pick<Answers, 'addressed' | 'escalation'>): Answers['escalation'] {
  return facts.addressed === 'no' && facts.escalation === 'not_needed' ? 'not_offered' : facts.escalation
}

function feelingsOf({ outcome, temper, telling }: Experience, dice: Dice) {
  const usual = USUAL[outcome]
  const mood = wobble(dice) * 0.6 + (telling.felt ?? 0)

  return {
    valued: scale(usual.valued + temper.heart + mood),
    acknowledged: dice.between(...usual.acknowledged) as Scale,
    pride: scale(usual.pride + temper.heart + mood + wobble(dice) * 0.4),
    business: dice.weighted(usual.business),
  }
}

function standardAnswer(outcome: Outcome, dice: Dice): StandardAnswer {
  if (dice.chance(0.07)) return dice.pick(['could_not_tell', 'not_applicable'])

  return dice.chance(USUAL[outcome].standardMet) ? 'met' : 'not_met'
}

function coverOf(
  reached: Answers['reached'],
  { channel, telling, day }: Experience,
  dice: Dice,
): Pick<Answers, 'cover' | 'coverReason'> {
  const cover = reached === 'person' ? dice.weighted({ kept: 930, suspected: 44, blown: 26 }) : 'kept'
  const slips = GIVEN_AWAY[channel]
  const what = slips[(telling.story.length + day.day) % slips.length] ?? ''

  return { cover, coverReason: cover === 'kept' ? '' : what }
}

function scale(value: number): Scale {
  return Math.max(1, Math.min(5, Math.round(value))) as Scale
}

/** About −1.5 to 1.5, mostly near 0. */
function wobble(dice: Dice): number {
  return dice.roll() + dice.roll() + dice.roll() - 1.5
}
