import { z } from 'zod'
import { isZone, type Span, WEEKDAYS, type Weekday, type WeeklyHours } from '../../lib/days.ts'
import { LANGUAGES } from '../../lib/regions.ts'
import { readSpans } from '../../lib/weekly_hours.ts'
import { choiceField, repeatedField, ruledField, textField, ticksField, typedOf } from '../../platform/web/forms.ts'
import { readAddress } from './address.ts'
import { type DatedRow, readDatedRows, rowsIn } from './dated_days.ts'
import { readStatement, readTarget } from './standard.ts'
import { CHANNELS, type Channel, isChannel, LONGEST_NAME, readAnswerDays, readWeight } from './touchpoint.ts'
import { readShares } from './traffic.ts'

export function touchpointForm(body: unknown, country: string) {
  const channel = channelIn(body)

  return z.object({ ...place(channel, country), ...keeping(channel) })
}

/** The same, with the hours where its page asks for them: complaints come in the order of the page. */
export function newTouchpointForm(body: unknown, country: string) {
  const channel = channelIn(body)

  return z
    .object({ ...place(channel, country), ...days, ...keeping(channel) })
    .transform(({ mon, tue, wed, thu, fri, sat, sun, ...touchpoint }) => ({
      ...touchpoint,
      openingHours: openIn({ mon, tue, wed, thu, fri, sat, sun }),
    }))
}

/** The hours of the week, the rows of days that differ (from today on), and how traffic falls over the hours. */
export function hoursForm(today: Temporal.PlainDate) {
  return week
    .and(exceptions(today))
    .and(blocked(today))
    .and(traffic)
    .transform(({ shares, ...hours }, issues) => {
      const read = readShares(shares, hours.openingHours)
      if ('value' in read) return { ...hours, dayparts: read.value }
      for (const [daypart, message] of Object.entries(read.complaints))
        issues.addIssue({ code: 'custom', path: [daypart], message })

      return z.NEVER
    })
}

export const intentForm = z.object({
  intent: textField(400),
  motivation: textField(400),
  storyWanted: textField(400),
})

export const standardForm = z.object({ statement: ruledField(readStatement), target: ruledField(readTarget) })

/** What an address is, and whether an answer is promised, depends on the channel that was chosen. */
function place(channel: Channel | null, country: string) {
  return {
    name: textField(LONGEST_NAME, 'Give the touchpoint a name.'),
    channel: choiceField(CHANNELS, 'Choose a channel.'),
    address: ruledField((typed) => (channel ? readAddress(channel, typed, country) : { value: typed })),
  }
}

function keeping(channel: Channel | null) {
  return {
    timeZone: textField(60, 'Choose a time zone.').refine(isZone, { error: 'Choose a time zone like Europe/London.' }),
    languages: ticksField(LANGUAGES, 'Choose from the languages shown.').refine((chosen) => chosen.length > 0, {
      error: 'Choose at least one language.',
    }),
    department: textField(120),
    ownerId: textField(60).transform((id) => id || null),
    answerDays: ruledField((typed) => (channel ? readAnswerDays(channel, typed) : { value: null })),
    weight: ruledField(readWeight),
  }
}

/** A field per weekday. */
const days = {
  mon: ruledField(readSpans),
  tue: ruledField(readSpans),
  wed: ruledField(readSpans),
  thu: ruledField(readSpans),
  fri: ruledField(readSpans),
  sat: ruledField(readSpans),
  sun: ruledField(readSpans),
}

const week = z.object(days).transform((typed) => ({ openingHours: openIn(typed) }))

function openIn(typed: Record<Weekday, Span[]>): WeeklyHours {
  return Object.fromEntries(WEEKDAYS.filter((day) => typed[day].length > 0).map((day) => [day, typed[day]]))
}

const share = textField(20)
const traffic = z
  .object({ early: share, morning: share, midday: share, afternoon: share, evening: share, night: share })
  .transform((shares) => ({ shares }))

const MOST_ROWS = 80
const column = repeatedField(MOST_ROWS, 300)

/** A complaint stands at its row: exception-0, exception-1 … */
function exceptions(today: Temporal.PlainDate) {
  return z
    .object({ exceptionFrom: column, exceptionUntil: column, exceptionHours: column, exceptionReason: column })
    .transform((typed, issues) => ({ exceptions: datedDays(rowsIn(typed, 'exception'), today, 'exception', issues) }))
}

function blocked(today: Temporal.PlainDate) {
  return z.object({ blockedFrom: column, blockedUntil: column, blockedReason: column }).transform((typed, issues) => {
    const days = datedDays(rowsIn(typed, 'blocked'), today, 'blocked', issues)

    return { blocked: days.map(({ day, reason }) => ({ day, reason })) }
  })
}

function channelIn(body: unknown): Channel | null {
  const channel = typedOf(body).channel

  return typeof channel === 'string' && isChannel(channel) ? channel : null
}

function datedDays(rows: readonly DatedRow[], today: Temporal.PlainDate, kind: string, issues: z.RefinementCtx) {
  const { days, complaints } = readDatedRows(rows, today)
  for (const [row, message] of complaints) issues.addIssue({ code: 'custom', path: [`${kind}-${row}`], message })

  return days
}
