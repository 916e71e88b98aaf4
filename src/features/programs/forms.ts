import { z } from 'zod'
import { DAYPARTS } from '../../lib/days.ts'
import { Invalid } from '../../lib/problem.ts'
import { parseRecurrence } from '../../lib/recurrence.ts'
import { namesIn } from '../../lib/written_out.ts'
import { choiceField, dayField, readForm, textField, wholeField } from '../../platform/web/forms.ts'
import { type Cadence, PRESETS, readCadence } from './cadence.ts'
import { CADENCE_WORDS } from './program.ts'

const CADENCES = namesIn(CADENCE_WORDS)
const ENDS = ['after', 'on', 'never'] as const
const CONTACTS = ['per_leader', 'per_round'] as const
const MOST_CONTACTS = 1000

/** Ids ticked in a list; whether they exist is for the action to say. */
function idsField(missing: string) {
  return z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .transform((ids) => [...new Set(ids.filter((id) => id !== ''))])
    .refine((ids) => ids.length > 0, { error: missing })
}

const cadenceForm = z.object({
  cadence: choiceField(CADENCES, 'Choose how often it comes round.'),
  rule: textField(500),
  startsOn: dayField('Write the first day as a date, for example 2026-03-01.'),
  ends: choiceField(ENDS, 'Choose when it ends.'),
  endsAfter: textField(20),
  endsOn: textField(20),
})

const programForm = cadenceForm.extend({
  name: textField(80, 'Give the program a name.'),
  aim: textField(600),
  contacts: choiceField(CONTACTS, 'Choose how contacts are counted.'),
  contactsPerLeader: textField(20),
  contactsPerRound: textField(20),
  runsItself: choiceField(['yes', 'no'], 'Choose who plans the rounds.'),
  planDaysAhead: wholeField(0, 90, 'Write a number of days from 0 to 90.'),
  publishDaysAhead: wholeField(0, 90, 'Write a number of days from 0 to 90.'),
  leaders: idsField('Choose at least one leader.'),
  touchpoints: idsField('Choose at least one touchpoint.'),
  scenarios: idsField('Choose at least one scenario, so that leaders know their errand.'),
})

/** Only when it comes round: what the preview of the next rounds asks for, whatever else is still missing. */
export function readTypedCadence(body: unknown) {
  const typed = readForm(cadenceForm, body)
  const { rule, endsAfter, endsOn } = cadenceOf(typed)

  return {
    startsOn: typed.startsOn.toString(),
    recurrence: rule,
    endsAfterRounds: endsAfter,
    endsOn: endsOn?.toString() ?? null,
  }
}

/** Reads the form of a program into what the action takes. Throws Invalid with a sentence beside each field. */
export function readProgram(body: unknown) {
  const typed = readForm(programForm, body)
  const { rule, ends, endsAfter, endsOn, contacts, contactsPerLeader, contactsPerRound, ...rest } = typed
  const cadence = cadenceOf(typed)
  if (rest.publishDaysAhead > rest.planDaysAhead)
    throw new Invalid({ publishDaysAhead: 'A round is planned before it is published: write no more days than above.' })

  return {
    ...rest,
    startsOn: rest.startsOn.toString(),
    recurrence: cadence.rule,
    endsAfterRounds: cadence.endsAfter,
    endsOn: cadence.endsOn?.toString() ?? null,
    contactsPerLeader:
      contacts === 'per_leader' ? wholeOf('contactsPerLeader', contactsPerLeader, 10, 'from 1 to 10') : 1,
    contactsPerRound:
      contacts === 'per_round' ? wholeOf('contactsPerRound', contactsPerRound, MOST_CONTACTS, 'from 1 to 1,000') : null,
    runsItself: rest.runsItself === 'yes',
  }
}

/** Without a period: the next round. */
export const planForm = z.object({ period: z.string().max(20).optional() })

const placementForm = z.object({
  leader: textField(60, 'Choose a leader.'),
  touchpoint: textField(60, 'Choose a touchpoint.'),
  scenario: textField(60, 'Choose a scenario.'),
  from: dayField('Write the first day as a date, for example 2026-03-09.'),
  to: dayField('Write the last day as a date, for example 2026-03-13.'),
  daypart: choiceField(['any', ...DAYPARTS], 'Choose a part of the day.'),
})

export function readPlacement(body: unknown) {
  const { daypart, ...rest } = readForm(placementForm, body)

  return { ...rest, daypart: daypart === 'any' ? null : daypart }
}

type Typed = z.infer<typeof cadenceForm>

/** A rule of one's own may carry its end (COUNT, UNTIL); then that is the end. */
function cadenceOf(typed: Typed): Cadence {
  const { cadence, ends, startsOn } = typed
  if (cadence === 'custom' && typed.rule === '')
    throw new Invalid({ rule: 'Write the rule, for example FREQ=MONTHLY;BYDAY=-1FR.' })
  const rule = cadence === 'custom' ? typed.rule : PRESETS[cadence].rule
  const { count, until } = parseRecurrence(rule)
  const endsItself = count !== null || until !== null
  const endsAfter =
    ends === 'after' && !endsItself ? wholeOf('endsAfter', typed.endsAfter, 520, 'of rounds from 1 to 520') : null
  const endsOn = ends === 'on' && !endsItself ? dayOf(typed.endsOn) : null

  return readCadence(rule, endsAfter, endsOn, startsOn)
}

function wholeOf(field: string, text: string, most: number, span: string): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (number < 1 || number > most) throw new Invalid({ [field]: `Write a whole number ${span}.` })

  return number
}

function dayOf(text: string): Temporal.PlainDate {
  const read = dayField('').safeParse(text)
  if (!read.success) throw new Invalid({ endsOn: 'Write the last day as a date, for example 2026-12-31.' })

  return read.data
}
