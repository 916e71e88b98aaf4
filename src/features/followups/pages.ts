import type { Context } from '../../context.ts'
import { counted } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { may } from '../members/member.ts'
import { getOrganisation, today } from '../members/store.ts'
import { listRetested } from '../reflections/retest_store.ts'
import { FOLLOWUP_KINDS, KIND_WORDS, openWords } from './followup.ts'
import { followupInWords } from './in_words.ts'
import { listFollowups, type Named } from './store.ts'

export type BoardBy = 'owner' | 'touchpoint' | 'closed'

const CLOSED_A_PAGE = 50

const TABS: readonly { by: BoardBy; label: string; href: string }[] = [
  { by: 'owner', label: 'By owner', href: '/followups' },
  { by: 'touchpoint', label: 'By touchpoint', href: '/followups?by=touchpoint' },
  { by: 'closed', label: 'Done and dropped', href: '/followups?by=closed' },
]

/** What a row has still to say where its group is named. */
const WHOSE: Readonly<Record<BoardBy, string>> = { owner: 'Where', touchpoint: 'Who', closed: 'Who and where' }

/** What was promised: all of it for leads; for everybody else what they own, or what is about their touchpoints. */
export function boardPage(ctx: Context, by: BoardBy, page: number): View {
  const raises = may(ctx.actor, 'raise_followups')
  const all = listFollowups(ctx, raises ? {} : { concerning: ctx.actor.id ?? '' })
  const shown = by === 'closed' ? closedOnes(all) : all.filter(({ state }) => state === 'open')
  const from = (page - 1) * CLOSED_A_PAGE
  const rows = by === 'closed' ? shown.slice(from, from + CLOSED_A_PAGE) : shown
  const link = (to: number) => `/followups?by=closed&page=${to}`

  return {
    template: 'followups/board',
    title: 'Follow-ups',
    at: '/followups',
    heading: by === 'closed' ? closedWords(shown) : openWords(all, today(ctx)),
    kinds: kindsWords(shown),
    raises,
    tabs: TABS.map((tab) => ({ ...tab, here: tab.by === by })),
    whose: WHOSE[by],
    groups: groupsOf(ctx, rows, by),
    earlier: by === 'closed' && page > 1 ? link(page - 1) : null,
    later: by === 'closed' && from + CLOSED_A_PAGE < shown.length ? link(page + 1) : null,
  }
}

/** For a member’s own home: what they answer for and have not said is done. Empty for most. */
export function ownFollowups(ctx: Context): { href: string; label: string; stands: string }[] {
  if (!may(ctx.actor, 'see_followups')) return []
  const reading = { locale: getOrganisation(ctx).locale, today: today(ctx) }

  return listFollowups(ctx, { states: ['open'], ownerId: ctx.actor.id ?? '' }).map((each) => {
    const { id, commitment, stands, overdue } = followupInWords(each, [], reading)

    return { href: `/followups/${id}`, label: commitment, stands: overdue ? `${overdue} · ${stands}` : stands }
  })
}

function groupsOf(ctx: Context, rows: readonly Named[], by: BoardBy) {
  const reading = { locale: getOrganisation(ctx).locale, today: today(ctx) }
  const retested = listRetested(
    ctx,
    rows.map(({ id }) => id),
  )
  const said = rows.map((row) => ({
    ...followupInWords(row, retested.get(row.id) ?? [], reading),
    owner: by === 'owner' ? '' : row.owner,
    left: row.ownerLeftOn !== null && row.state === 'open',
    touchpoint: by === 'touchpoint' ? '' : (row.touchpoint ?? ''),
    group: by === 'closed' ? '' : by === 'owner' ? row.owner : (row.touchpoint ?? 'No single touchpoint'),
  }))
  const groups = [...Map.groupBy(said, ({ group }) => group)]

  return groups
    .toSorted(([a], [b]) => a.localeCompare(b, reading.locale))
    .map(([name, followups]) => ({ name, followups, late: followups.filter(({ overdue }) => overdue).length }))
}

/** The latest to be closed first. */
function closedOnes(all: readonly Named[]): Named[] {
  const day = ({ doneOn, droppedOn }: Named) => doneOn ?? droppedOn ?? ''

  return all.filter(({ state }) => state !== 'open').toSorted((a, b) => (day(a) < day(b) ? 1 : -1))
}

function closedWords(closed: readonly Named[]): string {
  const done = closed.filter(({ state }) => state === 'done').length
  const dropped = closed.length - done
  if (closed.length === 0) return 'Nothing is done or dropped yet.'

  return `${counted(done, 'follow-up')} done, ${dropped || 'none'} dropped.`
}

/** "3 to fix, 1 to coach, 2 to celebrate." */
function kindsWords(shown: readonly Named[]): string {
  const said = FOLLOWUP_KINDS.flatMap((kind) => {
    const n = shown.filter((each) => each.kind === kind).length
    return n > 0 ? [`${n} to ${KIND_WORDS[kind].name.toLowerCase()}`] : []
  })

  return said.length > 0 ? `${said.join(', ')}.` : ''
}
