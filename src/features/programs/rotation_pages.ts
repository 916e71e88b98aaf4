import type { Context } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import { unbroken } from '../../lib/words.ts'
import { getOrganisation, type MemberRow, today } from '../members/store.ts'
import { isLoad, standingOf } from './duty.ts'
import { type MatrixLeader, matrixRows } from './matrix.ts'
import { type Column, LEADERS_A_PAGE } from './matrix_columns.ts'
import type { MatrixFacts } from './matrix_store.ts'
import { pageOfItems } from './paging.ts'
import { roundName, shortRoundName } from './round.ts'
import type { RoundRow } from './round_store.ts'

export type RoundColumn = Column<RoundRow>

/** The rounds of these columns that are there. */
export function roundIdsOf(columns: readonly RoundColumn[]): string[] {
  return columns.flatMap(({ round }) => (round ? [round.id] : []))
}

/** Leaders down, rounds across; of the leaders one page is drawn. */
export function rotation(
  ctx: Context,
  facts: MatrixFacts,
  columns: readonly RoundColumn[],
  page: number,
  most = LEADERS_A_PAGE,
) {
  const { items: leaders, pager } = pageOfItems(facts.shownLeaders, page, most)

  return {
    columns: headsOf(ctx, facts, columns),
    rows: matrixRows(leaders.map(asMatrixLeader(facts)), columns, facts.duties, ctx.now),
    unfilled: columns.map(({ round }) =>
      (round?.gaps ?? []).flatMap(({ touchpointId }) =>
        touchpointId ? [unbroken(facts.names.get(touchpointId) ?? '')] : [],
      ),
    ),
    leaderPager: pager,
  }
}

function headsOf(ctx: Context, facts: MatrixFacts, columns: readonly RoundColumn[]) {
  const { locale } = getOrganisation(ctx)
  const drafts = columns.findIndex(({ round }) => round === null || round.state === 'planned')

  return columns.map((column, i) => ({
    href: column.round && `/rounds/${column.round.id}`,
    // What stands in the way of rounds still open is listed below the matrix; of a closed one its own page tells.
    reasons: column.round?.state === 'closed' ? `/rounds/${column.round.id}#gaps` : null,
    name: shortRoundName(column, locale),
    full: roundName(column, locale),
    stands: standsInWords(ctx, facts, column),
    now: isRunning(column, today(ctx)),
    draftFrom: i === drafts && i > 0,
  }))
}

function asMatrixLeader({ absences, leaders }: MatrixFacts): (member: MemberRow) => MatrixLeader {
  const here = new Set(leaders.map(({ id }) => id))

  return (member) => ({
    id: member.id,
    name: member.name,
    below: here.has(member.id) ? member.jobTitle || member.department || '' : 'not in the program any more',
    absences: absences.get(member.id) ?? [],
  })
}

/** "12 done, 2 missed"; "6 of 14 done so far"; "Draft"; "Not planned yet". */
function standsInWords(ctx: Context, { duties }: MatrixFacts, { round }: RoundColumn): string {
  if (!round) return 'Not planned yet'
  if (round.state === 'planned') return round.heldOn ? 'Draft, held' : 'Draft'
  const here = duties.filter(({ roundId, state }) => roundId === round.id && isLoad(state))
  const words = here.map((duty) => standingOf(duty, dayIn(duty.touchpointZone, ctx.now)).word)
  const done = words.filter((word) => word === 'Done').length
  const missed = words.filter((word) => word === 'Missed').length
  const tail = missed > 0 ? `, ${missed} missed` : ''

  return round.state === 'closed'
    ? `${done} of ${here.length} done${tail}`
    : `${done} of ${here.length} done so far${tail}`
}

function isRunning({ round, startsOn, endsOn }: RoundColumn, day: Temporal.PlainDate): boolean {
  return round?.state === 'published' && startsOn <= day.toString() && day.toString() <= endsOn
}
