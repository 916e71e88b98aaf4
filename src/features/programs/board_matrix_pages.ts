import type { Context } from '../../context.ts'
import { today } from '../members/store.ts'
import { listColumns } from './matrix_columns.ts'
import { getMatrixFacts } from './matrix_store.ts'
import type { Program } from './program.ts'
import { rotation, roundIdsOf } from './rotation_pages.ts'
import { listRoundsOf } from './round_store.ts'
import { currentRound, unplannedPeriods } from './upcoming.ts'

/** As many as a page of several programs can show and stay light. */
const LEADERS_ON_BOARD = 24
const LEAST_LEADERS = 6

/** This round of a program and the next; nothing where neither is planned. All its leaders are on its own page. */
export function roundMatrix(ctx: Context, program: Program, programs: number) {
  if (program.retiredOn !== null) return []
  const stored = listRoundsOf(ctx, program.id)
  const columns = listColumns(stored, unplannedPeriods(program, stored, today(ctx), 1))
  const current = currentRound(stored)
  const from = current ? columns.findIndex(({ round }) => round?.id === current.id) : 0
  const shown = columns.slice(from, from + 2)
  if (!shown.some(({ round }) => round)) return []
  const facts = getMatrixFacts(ctx, program.id, roundIdsOf(shown))
  const most = Math.max(LEAST_LEADERS, Math.floor(LEADERS_ON_BOARD / programs))

  return [
    {
      id: program.id,
      name: program.name,
      more: Math.max(0, facts.shownLeaders.length - most),
      all: facts.shownLeaders.length,
      ...rotation(ctx, facts, shown, 1, most),
    },
  ]
}
