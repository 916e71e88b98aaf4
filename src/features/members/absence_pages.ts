import type { Context } from '../../context.ts'
import { WEEKDAYS } from '../../lib/days.ts'
import { WEEKDAY_NAMES, writeSpans } from '../../lib/weekly_hours.ts'
import { daysOfYearsInWords } from '../../lib/words.ts'
import { emptyForm, type Form, versionToSend } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { type Absence, DEFAULT_HOURS } from './absence.ts'
import { listAbsences } from './absence_store.ts'
import { getMember, getOrganisation, today } from './store.ts'

/** Whose days, and where their pages stand: /you or /members/ID. */
export interface Whose {
  id: string
  base: string
}

export function absencesPage(ctx: Context, { id, base }: Whose, form: Form = emptyForm()): View {
  const member = getMember(ctx, id)
  const absences = listAbsences(ctx, id, today(ctx).toString())

  return {
    ...{ template: 'members/absences', title: 'Days away', width: 'narrow', at: navigationOf(base), base, form },
    kicker: base === '/you' ? 'Your page' : member.name,
    heading: base === '/you' ? 'When you are away' : `When ${member.name} is away`,
    absences: absences.map((absence) => ({ ...absence, words: absenceInWords(ctx, absence) })),
  }
}

export function hoursPage(ctx: Context, { id, base }: Whose, form?: Form): View {
  const member = getMember(ctx, id)
  const weekly = member.contactableHours ?? DEFAULT_HOURS
  const typed = Object.fromEntries(WEEKDAYS.map((day) => [day, writeSpans(weekly[day] ?? [])]))

  return {
    ...{ template: 'members/hours', title: 'Hours', width: 'narrow', at: navigationOf(base), base },
    kicker: base === '/you' ? 'Your page' : member.name,
    heading: base === '/you' ? 'When you can make contacts' : `When ${member.name} can make contacts`,
    form: form ?? emptyForm(typed),
    version: versionToSend(form, member.version),
    zone: member.timeZone,
    days: WEEKDAYS.map((day) => ({ name: day, label: WEEKDAY_NAMES[day] })),
  }
}

/** "6–17 July", with the year where it is another one. */
export function absenceInWords(ctx: Context, { fromDay, toDay }: Absence): string {
  const { locale } = getOrganisation(ctx)

  return daysOfYearsInWords(Temporal.PlainDate.from(fromDay), Temporal.PlainDate.from(toDay), locale)
}

function navigationOf(base: string): string {
  return base === '/you' ? '/you' : '/members'
}
