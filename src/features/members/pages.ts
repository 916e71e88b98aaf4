import type { Context } from '../../context.ts'
import { COUNTRIES, LANGUAGES } from '../../lib/regions.ts'
import { countryName, dayInWords, languageName, listed } from '../../lib/words.ts'
import { emptyForm, type Form } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { may, ROLE_WORDS, ROLES } from './member.ts'
import { getMember, getOrganisation, listDepartments, listMembers, type MemberRow, today } from './store.ts'

export function membersPage(ctx: Context, which: { retired: boolean }): View {
  const members = listMembers(ctx, which)

  return {
    template: 'members/list',
    title: 'Members',
    at: '/members',
    mayManage: may(ctx.actor, 'manage_members'),
    showsRetired: which.retired,
    members: members.map((member) => ({ ...member, roleWords: roleWords(member), retired: member.retiredOn !== null })),
  }
}

export function memberPage(ctx: Context, id: string): View {
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
    joined: dayInWords(Temporal.PlainDate.from(member.joinedOn), locale),
    retired: member.retiredOn && dayInWords(Temporal.PlainDate.from(member.retiredOn), locale),
    mayManage: may(ctx.actor, 'manage_members'),
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
    version: form?.remark ? member.version : undefined,
  }
}

export function retireMemberPage(ctx: Context, id: string): View {
  const member = getMember(ctx, id)

  return { template: 'members/retire', title: `${member.name} leaves`, at: '/members', width: 'narrow', member }
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
    countries: COUNTRIES.map((code) => ({ value: code, label: countryName(code, locale) })),
    zones: Intl.supportedValuesOf('timeZone'),
    languages: LANGUAGES.map((code) => ({ value: code, label: languageName(code, locale) })),
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
    version: String(member.version),
  }
}

function roleWords(member: MemberRow): string {
  return listed(member.roles.map((role) => ROLE_WORDS[role].name.toLowerCase()))
}
