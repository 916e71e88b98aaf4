import type { Context } from '../../context.ts'
import type { Daypart } from '../../lib/days.ts'
import { counted, daysInWords, listed, numberInWords } from '../../lib/words.ts'
import { emptyForm, type Form, type Typed } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { findMember, getOrganisation, listMembers } from '../members/store.ts'
import { findTouchpoint, listTouchpoints } from '../touchpoints/store.ts'
import type { Foreseen } from './change_actions.ts'
import { DAYPART_WORDS } from './duty.ts'
import { spreadInWords } from './fairness.ts'
import type { Planning } from './large_plan_actions.ts'
import { type ChangeKind, KIND_WORDS, type LifeChange, PRIORITY_WORDS, type Priority } from './life_change.ts'
import { listNames } from './matrix_store.ts'
import { progressOf } from './planning_pages.ts'
import { listToTell } from './reminded_store.ts'
import { countMoved } from './replan.ts'
import { findProgram, listPrograms } from './store.ts'

/** Whatever was saved elsewhere, and what planning again would move because of it; and what else may change. */
export function changesPage(ctx: Context, foreseen: readonly Foreseen[], remark?: string): View {
  const moves = foreseen[0]?.programs.flatMap((program) => program.moves) ?? []
  const broken = moves.filter(({ why }) => why !== null).length

  return {
    ...previewOf(ctx, { kind: 'saved' }, foreseen),
    template: 'programs/changes',
    title: 'What life changes',
    remark,
    heading:
      broken > 0
        ? `${numberInWords(broken)} published ${broken === 1 ? 'contact' : 'contacts'} no longer ${broken === 1 ? 'keeps' : 'keep'} the rules.`
        : 'Everything published keeps the rules.',
    kinds: kindsToLookAt(),
  }
}

/** Where the plans behind it are large: how far they are, and where it will stand. */
export function foreseeingPage(ctx: Context, change: LifeChange, planning: Planning, again: string): View {
  const isSaved = change.kind === 'saved'

  return {
    ...progressOf(planning),
    title: titleOf(change),
    back: isSaved ? { href: '/programs', name: 'Rotation' } : { href: '/programs/changes', name: 'What life changes' },
    heading: 'What would move is being worked out.',
    meanwhile: isSaved
      ? 'Nothing is moved by it; you may leave this page and come back.'
      : `${whatInWords(ctx, change)}: nothing has changed yet, and you may leave this page and come back.`,
    besides: 'With fewest moves first, then with evenness first.',
    again,
    stop: { action: '/programs/changes/preview/end', label: 'Stop', hidden: hiddenOf(change) },
    kinds: isSaved ? kindsToLookAt() : null,
  }
}

function kindsToLookAt() {
  return Object.entries(KIND_WORDS).map(([kind, { title }]) => ({ href: `/programs/changes/new?kind=${kind}`, title }))
}

function hiddenOf(change: LifeChange) {
  return Object.entries(change).map(([name, value]) => ({ name, value }))
}

/** Asks what changes; what an address brings along is filled in. */
export function changeFormPage(ctx: Context, kind: ChangeKind, form: Form = emptyForm()): View {
  const asked = kind === 'saved' ? 'absence' : kind
  const { title, lead, fields } = KIND_WORDS[asked]
  const options = (things: readonly { id: string; name: string }[]) =>
    things.map(({ id, name }) => ({ value: id, label: name }))

  return {
    template: 'programs/change',
    title,
    at: '/programs',
    width: 'narrow',
    lead,
    form,
    kind: asked,
    asks: Object.fromEntries(fields.map((field) => [field, true])),
    members: options(listMembers(ctx).filter(({ roles }) => roles.includes('leader'))),
    touchpoints: options(listTouchpoints(ctx)),
    programs: options(listPrograms(ctx)),
  }
}

/** What would move, before anything does: under each priority, with its price. */
export function changePreviewPage(
  ctx: Context,
  change: LifeChange,
  foreseen: readonly Foreseen[],
  remark?: string,
): View {
  return {
    ...previewOf(ctx, change, foreseen),
    template: 'programs/change_preview',
    title: titleOf(change),
    remark,
    what: whatInWords(ctx, change),
  }
}

/** From an address: the kind, and whatever of it was filled in. */
export function typedChange(query: Record<string, string>): { kind: ChangeKind; form: Form } {
  const kind = Object.hasOwn(KIND_WORDS, query.kind ?? '') ? (query.kind as ChangeKind) : 'absence'

  return { kind, form: emptyForm(query as Typed) }
}

function titleOf({ kind }: LifeChange): string {
  return kind === 'saved' ? 'Plan again' : KIND_WORDS[kind].title
}

function whatInWords(ctx: Context, change: LifeChange): string {
  if (change.kind === 'saved') return ''
  const parts = [
    'member' in change ? findMember(ctx, change.member)?.name : undefined,
    'touchpoint' in change ? findTouchpoint(ctx, change.touchpoint)?.name : undefined,
    'program' in change ? findProgram(ctx, change.program)?.name : undefined,
    'from' in change ? windowInWords(ctx, change) : undefined,
  ]

  return parts.filter(Boolean).join(', ')
}

function previewOf(ctx: Context, change: LifeChange, foreseen: readonly Foreseen[]) {
  const names = listNames(ctx)
  const alike = foreseen.length === 1
  const isSettled =
    change.kind === 'saved' && foreseen.every(({ programs }) => programs.every(({ moves }) => moves.length === 0))

  return {
    at: '/programs',
    hidden: hiddenOf(change),
    isSettled,
    alike,
    plans: foreseen.map((plan, i) => planInWords(ctx, plan, { names, isFirst: i === 0 })),
  }
}

const MOST_SHOWN = 40

function planInWords(
  ctx: Context,
  { priority, print, programs }: Foreseen,
  { names, isFirst }: { names: ReadonlyMap<string, string>; isFirst: boolean },
) {
  const moves = programs.flatMap((program) => program.moves)
  const drafts = sum(programs.map((program) => program.drafts))

  return {
    priority,
    print,
    isFirst,
    ...PRIORITY_WORDS[priority],
    price: [movesInWords(programs, priority), unplacedInWords(programs), loadsInWords(ctx, programs)],
    told: toldInWords(
      listToTell(
        ctx,
        moves.map(({ leader }) => leader),
      ).length,
    ),
    drafts: drafts > 0 ? `${counted(drafts, 'draft')} ${drafts === 1 ? 'is' : 'are'} drawn again.` : '',
    moves: moves.slice(0, MOST_SHOWN).map((move) => moveInWords(ctx, move, names)),
    more: Math.max(0, moves.length - MOST_SHOWN),
  }
}

/** "1 of 14 published contacts moves, and no plan as full moves fewer." */
function movesInWords(programs: Foreseen['programs'], priority: Priority): string {
  const published = sum(programs.map((program) => program.published))
  const moved = countMoved(programs.flatMap(({ moves }) => moves))
  const what = `${moved} of ${published} published ${published === 1 ? 'contact' : 'contacts'} ${moved === 1 ? 'moves' : 'move'}`
  if (moved === 0) return 'No published contact moves.'
  const alike = priority === 'even' ? 'is as even' : 'gives as many leaders their contact'

  return programs.every(({ isLeast }) => isLeast)
    ? `${what}, and no plan that ${alike} moves fewer.`
    : `${what}. It is not proven that none would do with fewer.`
}

function unplacedInWords(programs: Foreseen['programs']): string {
  const unplaced = sum(programs.map((program) => program.unplaced))
  if (unplaced === 0) return 'Everybody who is owed a contact has one.'

  return `${counted(unplaced, 'owed contact')} ${unplaced === 1 ? 'finds' : 'find'} no place; the round says why.`
}

function toldInWords(told: number): string {
  if (told === 0) return 'Nobody has to be told.'

  return told === 1
    ? '1 leader is told, by one neutral letter.'
    : `${told} leaders are told, by one neutral letter each.`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}

/** "Loads then: First-hand 5 or 6 each." */
function loadsInWords(ctx: Context, programs: Foreseen['programs']): string {
  const names = new Map(listPrograms(ctx).map(({ id, name }) => [id, name]))
  const loads = programs.map(({ programId, spread }) => {
    const words = spreadInWords(spread)

    return programs.length === 1 ? words.toLowerCase() : `${names.get(programId)} ${words.toLowerCase()}`
  })

  return loads.length > 0 ? `Loads among leaders who were there alike: ${listed(loads)}.` : ''
}

function moveInWords(
  ctx: Context,
  { leader, before, after, why }: Foreseen['programs'][number]['moves'][number],
  names: ReadonlyMap<string, string>,
) {
  const isSameDays =
    before?.touchpoint === after?.touchpoint && before?.from === after?.from && before?.to === after?.to
  const contact = (one: NonNullable<typeof before>) =>
    [names.get(one.touchpoint), windowInWords(ctx, one), isSameDays ? partInWords(one.daypart) : '']
      .filter(Boolean)
      .join(', ')

  return {
    leader: names.get(leader) ?? '',
    before: before && contact(before),
    after: after && contact({ ...after, id: '' }),
    why: why ?? (before ? 'moved so that the others fit' : ''),
  }
}

function windowInWords(ctx: Context, { from, to }: { from: string; to: string }): string {
  return daysInWords(from, to, getOrganisation(ctx).locale)
}

function partInWords(daypart: Daypart | null): string {
  return daypart ? DAYPART_WORDS[daypart] : 'any part of the day'
}
