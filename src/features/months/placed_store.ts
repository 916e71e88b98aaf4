/**
 * Who contacted what, and stands where: of closed months as it was frozen, of an open one as it is. Read row by row, because the
 * contacts of one large month alone would fill memory; while somebody reads, nothing else may be asked over the same connection.
 */
import { type SQL, sql } from 'drizzle-orm'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import type { Context } from '../../context.ts'
import type { Month } from '../../lib/periods.ts'
import { frozenAssignments, frozenContacts } from '../../platform/db/tables.ts'
import { IS_DUE } from '../assignments/store.ts'
import type { Countable } from '../reflections/counts.ts'
import type { Placed } from './places.ts'

/** A contact that counts, with its answers and where it stands. */
export type PlacedContact = Placed & Countable

export interface PlacedAssignment extends Placed {
  reflected: boolean
}

export const liveContacts = (month: Month) => sql`select ${LIVE_PLACE} from ${LIVE} where ${isLiveIn(month)}`

const LIVE_PLACE = sql`r.id, r.month, r.leader_id, r.touchpoint_id, t.channel, coalesce(s.purpose, '') as purpose,
  coalesce(t.department_id, '') as department_id, coalesce(r.program_id, '') as program_id`

const LIVE = sql`reflections r join touchpoints t on t.id = r.touchpoint_id left join scenarios s on s.id = r.scenario_id`

const isLiveIn = (month: Month) => sql`r.month = ${month} and ${IS_COUNTED_ROW}`

/** isCounted (reflections/counts.ts), asked of the reflections a statement calls r. */
export const IS_COUNTED_ROW = sql`(r.counts and r.cover <> 'blown')`

export const liveAssignments = (month: Month, today: Temporal.PlainDate) => sql`
  select assignments.id, ${month} as month, leader_id, touchpoint_id, t.channel, coalesce(s.purpose, '') as purpose,
    coalesce(t.department_id, '') as department_id, coalesce(program_id, '') as program_id, assignments.state = 'reflected' as reflected
  from assignments join touchpoints t on t.id = touchpoint_id
    left join scenario_versions v on v.id = scenario_version_id left join scenarios s on s.id = v.scenario_id
  where assignments.to_day between ${`${month}-01`} and ${`${month}-31`} and assignments.to_day < ${today.toString()}
    and ${IS_DUE}`

/** The counted contacts of closed months, and of one that is not. */
export function* eachPlacedContact(
  ctx: Context,
  closed: readonly Month[],
  open: Month | null,
): Generator<PlacedContact> {
  for (const month of closed)
    yield* eachContact(
      ctx,
      sql`select f.reflection_id as id, f.month, f.leader_id, f.touchpoint_id, f.channel, f.purpose, f.department_id, f.program_id, ${ANSWERS}
        from ${frozenContacts} f join reflections r on r.id = f.reflection_id ${WITH_PREDICTION} where f.month = ${month}`,
    )
  if (open !== null)
    yield* eachContact(
      ctx,
      sql`select ${LIVE_PLACE}, ${ANSWERS} from ${LIVE} ${WITH_PREDICTION} where ${isLiveIn(open)}`,
    )
}

const ANSWERS = sql`r.scenario_id, r.days_late, r.reached, r.addressed, r.correct, r.escalation, r.promise, r.survey, r.valued,
  r.acknowledged, r.pride, r.business, r.cover, p.predicted_valued,
  (select json_group_object(a.standard_id, a.answer) from reflection_standards a where a.reflection_id = r.id) as standards`

const WITH_PREDICTION = sql`left join predictions p on p.assignment_id = r.assignment_id`

export function* eachPlacedAssignment(
  ctx: Context,
  closed: readonly Month[],
  open: { month: Month; today: Temporal.PlainDate } | null,
): Generator<PlacedAssignment> {
  for (const month of closed)
    yield* eachAssignment(
      ctx,
      sql`select assignment_id as id, month, leader_id, touchpoint_id, channel, purpose, department_id, program_id, reflected
        from ${frozenAssignments} where month = ${month}`,
    )
  if (open !== null) yield* eachAssignment(ctx, liveAssignments(open.month, open.today))
}

function* eachContact(ctx: Context, contacts: SQL): Generator<PlacedContact> {
  for (const row of eachRow<AnswerRow>(ctx, contacts)) yield contactOf(row)
}

function* eachAssignment(ctx: Context, placed: SQL): Generator<PlacedAssignment> {
  for (const row of eachRow<PlaceRow & { reflected: number }>(ctx, placed))
    yield { ...placeOf(row), reflected: row.reflected === 1 }
}

function eachRow<Row>({ db }: Context, query: SQL): IterableIterator<Row> {
  const { sql, params } = new SQLiteSyncDialect().sqlToQuery(query)

  return db.$client.prepare<unknown[], Row>(sql).iterate(...params)
}

interface PlaceRow {
  id: string
  month: Month
  leader_id: string
  touchpoint_id: string
  channel: string
  purpose: string
  department_id: string
  program_id: string
}

interface AnswerRow extends PlaceRow {
  scenario_id: string | null
  days_late: number
  predicted_valued: number | null
  standards: string
  cover: Countable['cover']
  reached: Countable['reached']
  addressed: Countable['addressed']
  correct: Countable['correct']
  escalation: Countable['escalation']
  promise: Countable['promise']
  survey: Countable['survey']
  valued: Countable['valued']
  acknowledged: Countable['acknowledged']
  pride: Countable['pride']
  business: Countable['business']
}

function placeOf({ id, month, channel, purpose, ...row }: PlaceRow): Placed {
  return {
    ...{ id, month, leaderId: row.leader_id, touchpointId: row.touchpoint_id, channel, purpose },
    ...{ departmentId: row.department_id, programId: row.program_id },
  }
}

function contactOf(row: AnswerRow): PlacedContact {
  const { cover, reached, addressed, correct, escalation, promise, survey, valued, acknowledged, pride, business } = row

  return {
    ...placeOf(row),
    ...{ cover, reached, addressed, correct, escalation, promise, survey, valued, acknowledged, pride, business },
    scenarioId: row.scenario_id,
    counts: true,
    daysLate: row.days_late,
    predictedValued: row.predicted_valued,
    standards: JSON.parse(row.standards) as Countable['standards'],
  }
}
