import type { Context } from '../src/context.ts'
import { startContact } from '../src/features/assignments/actions.ts'
import type { TouchpointRow } from '../src/features/assignments/store.ts'
import { handIn } from '../src/features/reflections/actions.ts'
import { tempoOf } from '../src/features/reflections/choices.ts'
import type { Answers } from '../src/features/reflections/fields.ts'
import { readReflection } from '../src/features/reflections/reading_actions.ts'
import { standardsAsked } from '../src/features/reflections/terms_store.ts'
import { getTouchpoint, openingHoursOf } from '../src/features/touchpoints/store.ts'
import type { Channel } from '../src/features/touchpoints/touchpoint.ts'
import { retestsOf } from './acting.ts'
import { answersTo, predictionOf } from './answers.ts'
import { besides } from './besides.ts'
import { TEMPERS, USUAL_TEMPER } from './cast.ts'
import type { Company } from './company.ts'
import type { Dice } from './dice.ts'
import { type Chance, chancesIn, type GivenWindow, momentOn } from './moments.ts'
import type { Outcome, Telling } from './telling.ts'
import { type TellingDeck, tellingsWith } from './tellings.ts'
import { WAYS_IN } from './touchpoints.ts'
import { outcomeOf, type Year } from './weather.ts'

/** What a leader was given, as far as it matters here. */
export interface Errand extends GivenWindow {
  id: string
  leaderId: string
  touchpointId: string
  scenarioId: string | null
}

export interface Contacts {
  /** When it could be made: on days that are open, while its leader is there. */
  chances: (errand: Errand) => Chance[]
  /** Seals a prediction and starts. */
  make: (errand: Errand, chance: Chance) => void
  /** What would be written about it, and the first day on which it can be. */
  write: (errand: Errand, chance: Chance) => { answers: Answers; endedOn: Temporal.PlainDate }
  /** Hands it in; gives the reflection’s id. */
  handIn: (errand: Errand, answers: Answers, at: Temporal.Instant) => string
  read: (reflection: string, at: Temporal.Instant) => void
}

/** Days until an answer in writing is there, for each answer to “how long”. */
const ANSWERED_AFTER: Readonly<Record<string, number>> = { same_day: 0, next_day: 1, '2_to_3': 3, '4_to_10': 7 }

export function contactsOf(company: Company, year: Year): Contacts {
  const { dice } = company
  const deck = tellingsWith(dice)
  const made = new Map<string, number>()

  return {
    chances: (errand) => chancesIn(errand, openingHoursOf(company.as(null, company.now), placeOf(company, errand))),
    make: (errand, { at }) => {
      const before = made.get(errand.leaderId) ?? 0
      made.set(errand.leaderId, before + 1)
      startContact(company.as(errand.leaderId, at), errand.id, predictionOf(temperOf(errand), before, dice))
    },
    write: (errand, chance) => {
      const { channel, answerDays } = placeOf(company, errand)
      const standards = standardsAsked(company.as(errand.leaderId, chance.at), errand.touchpointId)
      const came = { ...whatCame(errand, chance.day, { deck, year, dice }), channel, temper: temperOf(errand) }
      const answers = answersTo({ ...came, ...chance, standards }, dice)

      return { answers, endedOn: chance.day.add({ days: daysUntilAnswer(channel, answers, answerDays) }) }
    },
    handIn: ({ id, leaderId }, answers, at) => handInAll(company.as(leaderId, at), id, answers),
    read: (reflection, at) => void readReflection(company.as('maud', at), reflection),
  }
}

function handInAll(ctx: Context, assignmentId: string, answers: Answers): string {
  const own = besides(ctx, assignmentId, answers)
  const retests = retestsOf(ctx, assignmentId, answers)

  return handIn(ctx, assignmentId, answers, Object.keys(answers.standards), { settled: new Set(), own, retests })
}

/** How often it is thrown again where nothing new could be told. */
const MOST_THROWS = 8

function whatCame(
  { touchpointId: touchpoint, scenarioId: scenario, leaderId: leader }: Errand,
  day: Temporal.PlainDate,
  { deck, year, dice }: { deck: TellingDeck; year: Year; dice: Dice },
): { outcome: Outcome; telling: Telling } {
  const wayIn = WAYS_IN.find(({ key }) => key === touchpoint)
  if (!wayIn) throw new RangeError(`nothing is known of ${touchpoint}`)
  const occasion = () => ({ touchpoint, scenario, leader, day, outcome: outcomeOf(wayIn, day, year, dice) })
  let thrown = occasion()
  for (let throws = 1; throws < MOST_THROWS && deck.isWorn(thrown); throws++) thrown = occasion()

  return { outcome: thrown.outcome, telling: deck.tell(thrown) }
}

/** In the evening of a day, at home. */
export function evening(day: Temporal.PlainDate, company: Company): Temporal.Instant {
  const minute = String(company.dice.between(0, 59)).padStart(2, '0')

  return momentOn(day, `${company.dice.pick(['18', '19', '20', '21'])}:${minute}`, 'Europe/London')
}

function daysUntilAnswer(channel: Channel, answers: Answers, answerDays: number | null): number {
  if (tempoOf(channel) === 'live') return 0
  const promised = answers.reached === 'no_answer' ? (answerDays ?? 0) : 0

  return Math.max(promised, ANSWERED_AFTER[answers.wait ?? ''] ?? 0)
}

function placeOf(company: Company, { touchpointId }: Errand): TouchpointRow {
  return getTouchpoint(company.as(null, company.now), touchpointId)
}

function temperOf({ leaderId }: Errand) {
  return TEMPERS[leaderId] ?? USUAL_TEMPER
}
