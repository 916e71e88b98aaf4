/** Leaders down, rounds across: what stands in each cell, in marks and words. */
import { dayIn } from '../../lib/days.ts'
import { unbroken } from '../../lib/words.ts'
import { type DutyStanding, isLoad, isShown, standingOf } from './duty.ts'
import type { Gap } from './gaps.ts'
import type { Column } from './matrix_columns.ts'
import type { Round } from './round.ts'

export interface MatrixDuty {
  id: string
  roundId: string | null
  leaderId: string
  touchpoint: string
  touchpointZone: string
  scenario: string | null
  state: string
  fromDay: string
  toDay: string
  contactedOn: string | null
}

export interface MatrixLeader {
  id: string
  name: string
  /** Their job or their department, below the name. */
  below: string
  absences: readonly { from: string; to: string }[]
}

export interface Cell {
  duties: (DutyStanding & { id: string; touchpoint: string; below: string })[]
  /** Nothing planned, because away for the whole round. */
  away: boolean
  /** Nothing planned, with reasons further down. */
  gap: boolean
}

export interface Row {
  id: string
  name: string
  below: string
  cells: Cell[]
  load: number
}

export function matrixRows(
  leaders: readonly MatrixLeader[],
  columns: readonly Column<Round & { gaps: Gap[] }>[],
  duties: readonly MatrixDuty[],
  now: Temporal.Instant,
): Row[] {
  const byCell = Map.groupBy(
    duties.filter(({ state }) => isShown(state)),
    ({ leaderId, roundId }) => `${leaderId} ${roundId}`,
  )

  return leaders.map((leader) => {
    const cells = columns.map((column) => {
      const here = column.round ? (byCell.get(`${leader.id} ${column.round.id}`) ?? []) : []

      return cellOf(leader, column, here, now)
    })
    const load = columns.flatMap(({ round }) => (round ? (byCell.get(`${leader.id} ${round.id}`) ?? []) : []))

    return { ...leader, cells, load: load.filter(({ state }) => isLoad(state)).length }
  })
}

function cellOf(
  leader: MatrixLeader,
  column: Column<Round & { gaps: Gap[] }>,
  duties: readonly MatrixDuty[],
  now: Temporal.Instant,
): Cell {
  const nothing = duties.length === 0 && column.round !== null
  const away = nothing && isAwayThroughout(leader, column)

  return {
    duties: duties.map((duty) => cellDuty(duty, now)),
    away,
    gap: nothing && !away && (column.round?.gaps.some(({ leaderId }) => leaderId === leader.id) ?? false),
  }
}

/** What is out of the ordinary is written out; the usual states are told by mark and key. */
function cellDuty(duty: MatrixDuty, now: Temporal.Instant): Cell['duties'][number] {
  const standing = standingOf(duty, dayIn(duty.touchpointZone, now))
  const ordinary = ['Done', 'Published', 'Draft', 'Missed'].includes(standing.word)

  return {
    ...standing,
    id: duty.id,
    touchpoint: unbroken(duty.touchpoint),
    below: ordinary ? (duty.scenario ?? '') : standing.word,
  }
}

/** One absence over all of it, or several that leave no day between them. */
function isAwayThroughout({ absences }: MatrixLeader, { startsOn, endsOn }: Column): boolean {
  let reached = startsOn
  for (const { from, to } of absences.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from > reached) continue
    if (to >= endsOn) return true
    if (to >= reached) reached = Temporal.PlainDate.from(to).add({ days: 1 }).toString()
  }

  return false
}
