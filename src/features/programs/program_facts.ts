/** What a program is made of, in words. */
import { counted, dayInWords, listed } from '../../lib/words.ts'
import { CADENCE_WORDS, type Program } from './program.ts'

interface Named {
  name: string
}

export interface Parts {
  leaders: readonly Named[]
  touchpoints: readonly (Named & { id: string })[]
  scenarios: readonly { title: string; touchpointIds: string[] }[]
}

export function programFacts(program: Program, parts: Parts, locale: string): { name: string; words: string }[] {
  const fitting = parts.scenarios.filter(({ touchpointIds }) =>
    touchpointIds.some((id) => parts.touchpoints.some((place) => place.id === id)),
  )

  return [
    { name: 'Comes round', words: program.cadence === 'custom' ? program.recurrence : CADENCE_WORDS[program.cadence] },
    { name: 'From', words: dayInWords(program.startsOn, locale) },
    { name: 'Ends', words: endInWords(program, locale) },
    { name: 'Contacts', words: contactsInWords(program) },
    { name: 'Leaders', words: namesInWords(parts.leaders, 'leader') },
    { name: 'Touchpoints', words: namesInWords(parts.touchpoints, 'touchpoint') },
    {
      name: 'Scenarios',
      words: namesInWords(
        fitting.map(({ title }) => ({ name: title })),
        'scenario',
      ),
    },
    { name: 'Planned', words: runsInWords(program) },
  ]
}

function endInWords({ endsAfterRounds, endsOn }: Program, locale: string): string {
  if (endsAfterRounds !== null) return `after ${counted(endsAfterRounds, 'round')}`

  return endsOn === null ? 'never' : `with the last round that begins by ${dayInWords(endsOn, locale)}`
}

function contactsInWords({ contactsPerLeader, contactsPerRound }: Program): string {
  return contactsPerRound === null
    ? `${contactsPerLeader} a leader, each round`
    : `${contactsPerRound} a round, dealt among the leaders`
}

function runsInWords({ runsItself, planDaysAhead, publishDaysAhead }: Program): string {
  if (!runsItself) return 'by a lead'

  return `by itself, ${counted(planDaysAhead, 'day')} ahead; published ${counted(publishDaysAhead, 'day')} ahead unless a lead holds it`
}

/** Names while they are few, else their number. */
function namesInWords(things: readonly Named[], one: string): string {
  return things.length > 0 && things.length <= 8 ? listed(things.map(({ name }) => name)) : counted(things.length, one)
}
