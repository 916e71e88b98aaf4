import type { Context } from '../../context.ts'
import { counted, dayInWords } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { findMember, getOrganisation, listMembers } from '../members/store.ts'
import { sentenceOf } from './sentence.ts'
import { type AuditEntry, listEntries, namesOf } from './store.ts'

const A_PAGE = 100

export function auditPage(ctx: Context, { member, page }: { member: string; page: number }): View {
  const memberId = member === '' ? undefined : member
  const found = listEntries(ctx, { memberId, from: (page - 1) * A_PAGE, most: A_PAGE + 1 })
  const pageAt = (n: number) => `/audit?${new URLSearchParams({ ...(memberId && { member }), page: String(n) })}`
  const about = memberId && findMember(ctx, memberId)?.name
  const choices = listMembers(ctx, { retired: true }).map(({ id, name }) => ({ value: id, label: name }))

  return {
    ...{ template: 'audit/list', title: 'Audit', at: '/audit', width: 'narrow' },
    heading: about ? `What ${about} did, and what was done for them.` : 'Who did what, day by day.',
    form: { typed: { member }, complaints: {} },
    members: choices,
    days: byDay(ctx, found.slice(0, A_PAGE)),
    newer: page > 1 && pageAt(page - 1),
    older: found.length > A_PAGE && pageAt(page + 1),
  }
}

/** What reads alike on one day is said once, with how often it was done. */
function byDay(ctx: Context, entries: AuditEntry[]) {
  const { locale } = getOrganisation(ctx)
  const names = namesOf(ctx, entries)
  const days = Map.groupBy(entries, ({ day }) => day)

  return [...days].map(([day, entries]) => ({
    day: dayInWords(day, locale),
    lines: timesEach(entries.map((entry) => sentenceOf(entry, names.get(`${entry.subject} ${entry.subjectId}`)))),
  }))
}

function timesEach(sentences: readonly string[]): { sentence: string; times: string }[] {
  const alike = Map.groupBy(sentences, (sentence) => sentence)

  return [...alike].map(([sentence, { length }]) => ({ sentence, times: length > 1 ? counted(length, 'time') : '' }))
}
