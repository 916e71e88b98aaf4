import type { Context } from '../../context.ts'
import { LANGUAGES } from '../../lib/regions.ts'
import { WEEKDAY_NAMES } from '../../lib/weekly_hours.ts'
import { languageChoices } from '../../lib/words.ts'
import { emptyForm, type Form, type SavedField, savedMeanwhile, versionToSend } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { isStill } from '../members/member.ts'
import { getOrganisation, listDepartments, listMembers, listSpokenLanguages, today } from '../members/store.ts'
import { type DatedRow, datedRows, isEmptyRow, rowsIn, withSpareRows } from './dated_days.ts'
import { asTyped, OFFICE_HOURS, sharesAsTyped, standardInWords, weekAsTyped } from './in_words.ts'
import { getStandard, getTouchpoint, listBlockedDays, listExceptions, type TouchpointRow } from './store.ts'
import { CHANNEL_NAMES, CHANNELS } from './touchpoint.ts'
import { DAYPART_NAMES } from './traffic.ts'

/** What a typed form is read against: the country whose numbers are dialled without a prefix, and the day it is. */
export function readingFrame(ctx: Context): { country: string; today: Temporal.PlainDate } {
  return { country: getOrganisation(ctx).country, today: today(ctx) }
}

export function newTouchpointPage(ctx: Context, form: Form = emptyForm(defaultsFor(ctx))): View {
  return {
    ...formPage(ctx, form),
    title: 'Add a touchpoint',
    action: '/touchpoints',
    button: 'Add this touchpoint',
    asksHours: true,
  }
}

export function changeTouchpointPage(ctx: Context, id: string, form?: Form): View {
  const touchpoint = getTouchpoint(ctx, id)
  const saved = asTyped(touchpoint, getOrganisation(ctx).country)

  return {
    ...formPage(ctx, form ?? emptyForm(saved), touchpoint.ownerId),
    ...overtaken(form, touchpoint.version, savedFields(touchpoint, saved)),
    title: `Change ${touchpoint.name}`,
    action: `/touchpoints/${id}`,
    button: 'Save the change',
  }
}

export function hoursPage(ctx: Context, id: string, form?: Form): View {
  const touchpoint = getTouchpoint(ctx, id)
  const from = today(ctx).toString()
  const saved = {
    week: { ...weekAsTyped(touchpoint.openingHours), ...sharesAsTyped(touchpoint.dayparts) },
    exceptions: datedRows(listExceptions(ctx, id, from)),
    blocked: datedRows(listBlockedDays(ctx, id, from)),
  }
  const rows = form ? { exceptions: rowsIn(form.typed, 'exception'), blocked: rowsIn(form.typed, 'blocked') } : saved
  const typed = form && { ...form, typed: { ...form.typed, ...rowLines(rows) } }

  return {
    template: 'touchpoints/hours',
    ...partPage(touchpoint, 'hours', form ?? emptyForm(saved.week)),
    weekdays: WEEKDAY_NAMES,
    ...overtaken(typed, touchpoint.version, hoursFields({ ...saved.week, ...rowLines(saved) })),
    exceptions: withSpareRows(rows.exceptions),
    blocked: withSpareRows(rows.blocked),
    dayparts: Object.entries(DAYPART_NAMES).map(([name, label]) => ({ name, label })),
    earliest: from,
  }
}

export function intentPage(ctx: Context, id: string, form?: Form): View {
  const touchpoint = getTouchpoint(ctx, id)
  const { intent, motivation, storyWanted, version } = touchpoint
  const saved = [
    { name: 'intent', label: 'Intent', typed: intent },
    { name: 'motivation', label: 'Motivation', typed: motivation },
    { name: 'storyWanted', label: 'The story wanted', typed: storyWanted },
  ]

  return {
    template: 'touchpoints/intent',
    width: 'narrow',
    ...partPage(touchpoint, 'intent', form ?? emptyForm({ intent, motivation, storyWanted })),
    ...overtaken(form, version, saved),
  }
}

export function newStandardPage(ctx: Context, id: string, form: Form = emptyForm()): View {
  const touchpoint = getTouchpoint(ctx, id)

  return {
    ...standardForm(touchpoint, form),
    title: 'Add a standard',
    action: `/touchpoints/${id}/standards`,
    button: 'Add this standard',
  }
}

export function changeStandardPage(ctx: Context, id: string, standardId: string, form?: Form): View {
  const standard = getStandard(ctx, id, standardId)
  const { statement, target } = standardInWords(standard)
  const saved = [
    { name: 'statement', label: 'Standard', typed: statement },
    { name: 'target', label: 'Target', typed: target },
  ]

  return {
    ...standardForm(getTouchpoint(ctx, id), form ?? emptyForm({ statement, target })),
    ...overtaken(form, standard.version, saved),
    title: 'Change a standard',
    action: `/touchpoints/${id}/standards/${standardId}`,
    button: 'Save the change',
    retirement: `/touchpoints/${id}/standards/${standardId}/retirement`,
  }
}

function formPage(ctx: Context, form: Form, keptOwner: string | null = null): View {
  const { locale } = getOrganisation(ctx)
  const everybody = listMembers(ctx, { retired: true })
  const owners = everybody.filter((member) => isStill('owner', member) || member.id === keptOwner)

  return {
    template: 'touchpoints/form',
    title: '',
    at: '/touchpoints',
    width: 'narrow',
    form,
    channels: CHANNELS.map((channel) => ({ value: channel, label: CHANNEL_NAMES[channel] })),
    departments: listDepartments(ctx).map((department) => department.name),
    owners: owners.map((member) => ({
      value: member.id,
      label: isStill('owner', member) ? member.name : `${member.name} (no owner any more)`,
    })),
    zones: Intl.supportedValuesOf('timeZone'),
    ...languageChoices(LANGUAGES, [listSpokenLanguages(ctx), form.typed.languages].flat(), locale),
    weekdays: WEEKDAY_NAMES,
  }
}

/** What the forms for a part of a touchpoint have in common: its hours, its intent. */
function partPage(touchpoint: TouchpointRow, part: 'hours' | 'intent', form: Form) {
  return {
    title: part === 'hours' ? `When ${touchpoint.name} is open` : `What ${touchpoint.name} is for`,
    at: '/touchpoints',
    touchpoint,
    form,
    action: `/touchpoints/${touchpoint.id}/${part}`,
  }
}

function standardForm(touchpoint: TouchpointRow, form: Form): View {
  return { template: 'touchpoints/standard', title: '', at: '/touchpoints', width: 'narrow', touchpoint, form }
}

function defaultsFor(ctx: Context) {
  const { timeZone, locale } = getOrganisation(ctx)

  return {
    ...weekAsTyped(OFFICE_HOURS),
    timeZone,
    channel: 'phone',
    languages: [new Intl.Locale(locale).language],
    weight: '1',
  }
}

/** The version to save over, and, once somebody else was faster, their words beside what was typed. */
function overtaken(form: Form | undefined, version: number, saved: readonly SavedField[]) {
  return { version: versionToSend(form, version), meanwhile: form ? savedMeanwhile(form, saved) : [] }
}

function savedFields(touchpoint: TouchpointRow, saved: ReturnType<typeof asTyped>): SavedField[] {
  const field = (name: keyof typeof saved, label: string, words?: string) => ({
    name,
    label,
    typed: saved[name],
    words,
  })

  return [
    field('name', 'Name'),
    field('channel', 'Channel', CHANNEL_NAMES[touchpoint.channel]),
    field('address', 'Address'),
    field('timeZone', 'Time zone'),
    field('languages', 'Languages'),
    field('department', 'Department'),
    field('ownerId', 'Owner', touchpoint.owner ?? 'nobody'),
    field('weight', 'Weight'),
    field('answerDays', 'Answer within, days'),
  ]
}

const HOURS_LABELS: Readonly<Record<string, string>> = {
  ...WEEKDAY_NAMES,
  ...DAYPART_NAMES,
  exceptions: 'Days with other hours',
  blocked: 'Days kept free of contacts',
}

function hoursFields(saved: Record<string, string>): SavedField[] {
  return Object.entries(saved).map(([name, typed]) => ({ name, label: HOURS_LABELS[name] ?? name, typed }))
}

/** Rows of days as lines of text, to compare and to show. */
function rowLines({ exceptions, blocked }: { exceptions: readonly DatedRow[]; blocked: readonly DatedRow[] }) {
  const lines = (rows: readonly DatedRow[], closed: string) =>
    rows
      .filter((row) => !isEmptyRow(row))
      .map(({ from, until, hours, reason }) =>
        [from, until && `to ${until}`, hours || closed, reason].filter(Boolean).join(' '),
      )
      .join('; ')

  return { exceptions: lines(exceptions, 'closed'), blocked: lines(blocked, '') }
}
