import type { Context } from '../../context.ts'
import { COUNTRIES, LANGUAGES } from '../../lib/regions.ts'
import { hoursInWords } from '../../lib/weekly_hours.ts'
import {
  choicesByName,
  counted,
  countryName,
  dayInWords,
  languageChoices,
  languageName,
  listed,
} from '../../lib/words.ts'
import { emptyForm, type Form, versionToSend } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { DEFAULT_HOURS } from './absence.ts'
import { absenceInWords } from './absence_pages.ts'
import { listAbsences } from './absence_store.ts'
import { may, ROLE_WORDS, ROLES } from './member.ts'
import {
  getMember,
  getOrganisation,
  listDepartments,
  listMembers,
  listSpokenLanguages,
  type MemberRow,
  today,
} from './store.ts'

/** As many names as one reads through; a search finds the others. */
const A_PAGE = 100

export interface WhichMembers {
  retired: boolean
  /** Words that name, address, department, job or roles contain; accents and case do not matter. */
  search: string
  page: number
}

export function membersPage(ctx: Context, { retired, search, page }: WhichMembers): View {
  const all = listMembers(ctx, { retired: true })
  const found = all.filter((member) => (retired || !member.retiredOn) && isFoundBy(search, member))
  const last = Math.max(1, Math.ceil(found.length / A_PAGE))
  const at = Math.min(Math.max(1, page), last)
  const shown = found.slice((at - 1) * A_PAGE, at * A_PAGE)
  const pageAt = (n: number) =>
    `/members?${new URLSearchParams({ ...(search && { search }), ...(retired && { retired: 'yes' }), page: String(n) })}`

  return {
    ...{ template: 'members/list', title: 'Members', at: '/members', search, showsRetired: retired },
    hasRetired: all.some(({ retiredOn }) => retiredOn),
    heading: search ? `${counted(found.length, 'member')} found.` : `${counted(found.length, 'member')}.`,
    mayManage: may(ctx.actor, 'manage_members'),
    members: shown.map((member) => ({ ...member, roleWords: roleWords(member), retired: member.retiredOn !== null })),
    pages: last > 1 ? { at, last, before: at > 1 && pageAt(at - 1), next: at < last && pageAt(at + 1) } : undefined,
  }
}

function isFoundBy(search: string, member: MemberRow): boolean {
  const words = plain(search).split(/\s+/)
  const text = plain([member.name, member.email, member.department, member.jobTitle, roleWords(member)].join(' '))

  return words.every((word) => text.includes(word))
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

export function memberPage(ctx: Context, id: string, offer: { link: boolean } = { link: false }): View {
  const member = getMember(ctx, id)
  const locale = getOrganisation(ctx).locale

  return {
    template: 'members/show',
    title: member.name,
    at: '/members',
    width: 'narrow',
    member,
    roleWords: roleWords(member),
    country: countryName(member.country, locale),
    languages: listed(
      member.languages.map((code) => languageName(code, locale)),
      locale,
    ),
    joined: dayInWords(member.joinedOn, locale),
    retired: member.retiredOn && dayInWords(member.retiredOn, locale),
    ...awayWords(ctx, member),
    keepsDays: may(ctx.actor, 'keep_absences') && !member.retiredOn && member.roles.includes('leader'),
    mayPlan: may(ctx.actor, 'plan_programs') && !member.retiredOn && member.roles.includes('leader'),
    mayManage: may(ctx.actor, 'manage_members'),
    offersLink: offer.link && may(ctx.actor, 'manage_members') && !member.retiredOn,
  }
}

/** When a leader can make contacts, and when they are away. */
export function awayWords(ctx: Context, member: MemberRow): { hours: string; away: string } {
  const away = listAbsences(ctx, member.id, today(ctx).toString()).map((absence) => absenceInWords(ctx, absence))

  return {
    hours: hoursInWords(member.contactableHours ?? DEFAULT_HOURS),
    away: listed(away) || 'no days from today on',
  }
}

export function newMemberPage(ctx: Context, form: Form = emptyForm(defaultsFor(ctx))): View {
  return { ...formPage(ctx, form), title: 'Add a member', action: '/members', button: 'Add this member' }
}

export function changeMemberPage(ctx: Context, id: string, form?: Form): View {
  const member = getMember(ctx, id)

  return {
    ...formPage(ctx, form ?? emptyForm(typedFrom(member))),
    title: `Change ${member.name}`,
    action: `/members/${id}`,
    button: 'Save the change',
    version: versionToSend(form, member.version),
  }
}

/** `form` is one that was refused: why stands on the page. */
export function retireMemberPage(ctx: Context, id: string, form: Form = emptyForm()): View {
  const member = getMember(ctx, id)
  const refusal = form.complaints.roles ?? null

  return {
    template: 'members/retire',
    title: `${member.name} leaves`,
    at: '/members',
    width: 'narrow',
    member,
    refusal,
  }
}

function formPage(ctx: Context, form: Form): View {
  const locale = getOrganisation(ctx).locale

  return {
    template: 'members/form',
    title: '',
    at: '/members',
    width: 'narrow',
    form,
    departments: listDepartments(ctx).map((department) => department.name),
    countries: choicesByName(COUNTRIES, (code) => countryName(code, locale), locale),
    zones: Intl.supportedValuesOf('timeZone'),
    ...languageChoices(LANGUAGES, [listSpokenLanguages(ctx), form.typed.languages].flat(), locale),
    roles: ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role].name })),
  }
}

function defaultsFor(ctx: Context) {
  const { country, timeZone, locale } = getOrganisation(ctx)

  return {
    country,
    timeZone,
    languages: [new Intl.Locale(locale).language],
    roles: ['leader'],
    joinedOn: today(ctx).toString(),
  }
}

function typedFrom(member: MemberRow) {
  return {
    name: member.name,
    email: member.email,
    jobTitle: member.jobTitle,
    department: member.department ?? '',
    country: member.country,
    timeZone: member.timeZone,
    languages: member.languages,
    joinedOn: member.joinedOn,
    roles: member.roles,
  }
}

function roleWords(member: MemberRow): string {
  return listed(member.roles.map((role) => ROLE_WORDS[role].name.toLowerCase()))
}
