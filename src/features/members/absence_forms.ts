import { z } from 'zod'
import { WEEKDAYS, type Weekday } from '../../lib/days.ts'
import { readWeek } from '../../lib/weekly_hours.ts'
import { dayField, textField } from '../../platform/web/forms.ts'

const DAY = 'Write the day as a date, for example 2026-07-06.'

/** One day away needs no last day. */
export const absenceForm = z
  .object({ from: dayField(DAY), to: z.union([z.literal(''), z.undefined(), dayField(DAY)]) })
  .transform(({ from, to }) => ({ from, to: to || from }))

const typedDay = textField(200)

/** A text for each weekday, read as tolerantly as opening hours are. */
export const hoursForm = z
  .object(Object.fromEntries(WEEKDAYS.map((day) => [day, typedDay])) as Record<Weekday, typeof typedDay>)
  .transform((typed, check) => {
    const { weekly, complaints } = readWeek(typed)
    for (const [day, message] of Object.entries(complaints)) check.addIssue({ code: 'custom', path: [day], message })
    if (Object.keys(complaints).length === 0 && Object.keys(weekly).length === 0)
      check.addIssue({
        code: 'custom',
        path: ['mon'],
        message: 'Leave at least some hours in the week. To be away for a while, add an absence.',
      })

    return weekly
  })
