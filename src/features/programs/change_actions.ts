import { type Context, inTransaction, rehearsed } from '../../context.ts'
import { listDays } from '../../lib/days.ts'
import { Invalid, Problem } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { addAbsence } from '../members/absence_actions.ts'
import { listAbsences } from '../members/absence_store.ts'
import { findMember, today } from '../members/store.ts'
import { retireTouchpoint, setHours } from '../touchpoints/actions.ts'
import { findTouchpoint, listBlockedDays, listExceptions, type TouchpointRow } from '../touchpoints/store.ts'
import { alikeGroups } from './fair_shares.ts'
import { getFairFacts } from './fair_store.ts'
import type { Spread } from './fairness.ts'
import { rounded } from './goals.ts'
import type { LifeChange, Priority } from './life_change.ts'
import { tellMoved } from './moved_actions.ts'
import type { Program } from './program.ts'
import { fingerprint } from './replan.ts'
import { type Replanned, replan } from './replan_actions.ts'
import type { Planner } from './rotation_problem.ts'
import { findProgram, type Lineup, lineupOf, listPrograms, setLineup, updateProgram } from './store.ts'

/** What a change would move, under each priority, and what that costs. */
export interface Foreseen {
  priority: Priority
  programs: (Replanned & { spread: Spread })[]
  /** Carried out only if it would still come to this. */
  print: string
}

/** What would move if it were so, and what it would be with evenness first; that only where loads really become more even. */
export function foresee(ctx: Context, change: LifeChange, planner?: Planner): Foreseen[] {
  const fewest = foreseeWith(ctx, change, 'fewest', planner)
  const even = foreseeWith(ctx, change, 'even', planner)

  return loadsOf(even) < loadsOf(fewest) ? [fewest, even] : [fewest]
}

/** Everything is done and undone again, so what is shown is what would come of it. */
export function foreseeWith(ctx: Context, change: LifeChange, priority: Priority, planner?: Planner): Foreseen {
  return rehearsed(ctx, (ctx) => carryThrough(ctx, change, priority, planner))
}

/** Makes the change and plans again. Throws a conflict if that would not come to what was looked at; then nothing has changed. */
export function makeChange(
  ctx: Context,
  change: LifeChange,
  { priority, print }: Pick<Foreseen, 'priority' | 'print'>,
  baseUrl: string,
  planner?: Planner,
): void {
  inTransaction(ctx, (ctx) => {
    const come = carryThrough(ctx, change, priority, planner)
    if (come.print !== print)
      throw new Problem(
        'conflict',
        'Something changed since you looked, and other contacts would move. Look again, then decide.',
      )
    tellMoved(
      ctx,
      come.programs.flatMap(({ moves }) => moves.map(({ leader }) => leader)),
      baseUrl,
    )
  })
}

function loadsOf({ programs }: Foreseen): number {
  return rounded(programs.reduce((sum, { loads }) => sum + loads, 0))
}

/** Only programs the change concerns are planned again; what was saved elsewhere may concern any. */
function carryThrough(ctx: Context, change: LifeChange, priority: Priority, planner?: Planner): Foreseen {
  const ids = new Set(concernedBy(ctx, change))
  apply(ctx, change)
  const concerned = listPrograms(ctx).filter(({ id }) => ids.has(id))
  const programs = concerned.flatMap((program) => {
    const replanned = replan(ctx, program, priority, planner)

    return replanned ? [{ ...replanned, ...priceOf(ctx, program) }] : []
  })

  return { priority, programs, print: fingerprint(programs.flatMap(({ moves }) => moves)) }
}

/** As they are before the change: whoever leaves is in none after it. */
function concernedBy(ctx: Context, change: LifeChange): string[] {
  if ('program' in change) return [change.program]
  const all = listPrograms(ctx).map(({ id }) => id)
  if (change.kind === 'saved') return all
  const has = ({ leaders, touchpoints }: Lineup) =>
    'member' in change ? leaders.includes(change.member) : touchpoints.includes(change.touchpoint)

  return all.filter((id) => has(lineupOf(ctx, id)))
}

/** How even loads are then: the widest span among leaders who were there alike. */
function priceOf(ctx: Context, { id }: Program) {
  const { leaders } = getFairFacts(ctx, id)
  const widest = alikeGroups(leaders).toSorted((a, b) => b.most - b.least - (a.most - a.least))[0]

  return { spread: { least: widest?.least ?? 0, most: widest?.most ?? 0 } }
}

/** Each is harmless twice. Throws Invalid with a sentence beside the field. */
function apply(ctx: Context, change: LifeChange): void {
  if (change.kind === 'absence') beAway(ctx, change)
  if (change.kind === 'leaving') leave(ctx, leaderOf(ctx, change.member))
  if (change.kind === 'joining')
    changeLineup(ctx, programOf(ctx, change.program), joined('leaders', leaderOf(ctx, change.member)))
  if (change.kind === 'opening')
    changeLineup(ctx, programOf(ctx, change.program), joined('touchpoints', placeOf(ctx, change.touchpoint).id))
  if (change.kind === 'retiring') retireTouchpoint(ctx, placeOf(ctx, change.touchpoint).id)
  if (change.kind === 'blocking') block(ctx, placeOf(ctx, change.touchpoint), change)
}

function beAway(ctx: Context, { member, from, to }: { member: string; from: string; to: string }): void {
  const known = listAbsences(ctx, leaderOf(ctx, member), from)
  if (known.some(({ fromDay, toDay }) => fromDay === from && toDay === to)) return

  addAbsence(ctx, member, { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) })
}

function leave(ctx: Context, member: string): void {
  for (const program of listPrograms(ctx)) {
    const { leaders } = lineupOf(ctx, program.id)
    if (!leaders.includes(member)) continue
    if (leaders.length === 1)
      throw new Invalid({
        member: `They are the only leader of ${program.name}. End the program, or let somebody join it first.`,
      })
    changeLineup(ctx, program, (lineup) => ({ ...lineup, leaders: leaders.filter((id) => id !== member) }))
  }
}

function block(ctx: Context, touchpoint: TouchpointRow, { from, to }: { from: string; to: string }): void {
  if (to < from) throw new Invalid({ to: 'The last day comes before the first.' })
  const day = today(ctx).toString()
  if (from < day) throw new Invalid({ from: 'What is past cannot be blocked. Choose a day from today on.' })
  const blocked = listBlockedDays(ctx, touchpoint.id, day)
  const known = new Set(blocked.map((one) => one.day))
  const more = listDays(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to))
    .map(String)
    .filter((one) => !known.has(one))
    .map((one) => ({ day: one, reason: '' }))
  setHours(ctx, touchpoint.id, touchpoint.version, {
    openingHours: touchpoint.openingHours,
    dayparts: touchpoint.dayparts,
    exceptions: listExceptions(ctx, touchpoint.id, day),
    blocked: [...blocked, ...more].sort((a, b) => (a.day < b.day ? -1 : 1)),
  })
}

function joined(who: 'leaders' | 'touchpoints', id: string): (lineup: Lineup) => Lineup {
  return (lineup) => ({ ...lineup, [who]: [...new Set([...lineup[who], id])] })
}

/** Drafts of an older version are drawn again; who is new joins today. */
function changeLineup(ctx: Context, program: Program, change: (lineup: Lineup) => Lineup): void {
  const before = lineupOf(ctx, program.id)
  const after = change(before)
  if (after.leaders.length === before.leaders.length && after.touchpoints.length === before.touchpoints.length) return
  updateProgram(ctx, program.id, program.version, {})
  setLineup(ctx, program.id, after, today(ctx).toString())
  record(ctx, 'changed', 'program', program.id)
}

function leaderOf(ctx: Context, id: string): string {
  const member = findMember(ctx, id)
  if (!member || member.retiredOn || !member.roles.includes('leader'))
    throw new Invalid({ member: 'Choose one of the leaders shown.' })

  return id
}

function placeOf(ctx: Context, id: string): TouchpointRow {
  const touchpoint = findTouchpoint(ctx, id)
  if (!touchpoint || touchpoint.retiredOn) throw new Invalid({ touchpoint: 'Choose one of the touchpoints shown.' })

  return touchpoint
}

function programOf(ctx: Context, id: string): Program {
  const program = findProgram(ctx, id)
  if (!program || program.retiredOn) throw new Invalid({ program: 'Choose one of the programs shown.' })

  return program
}
