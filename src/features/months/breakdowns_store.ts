import { asc, isNotNull, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import { departments, programs, scenarios } from '../../platform/db/tables.ts'
import { PURPOSE_NAMES, PURPOSES } from '../scenarios/scenario.ts'
import { CHANNEL_NAMES, CHANNELS } from '../touchpoints/touchpoint.ts'
import type { Breakdown, Slice } from './breakdowns.ts'

/** The slices of a breakdown that can hold contacts, in the order of their names; retired ones too: what was counted stays. */
export function listSlices(ctx: Context, breakdown: Breakdown): Slice[] {
  return READ[breakdown](ctx).map((slice) => ({ breakdown, ...slice }))
}

export function findSlice(ctx: Context, breakdown: Breakdown, key: string): Slice | undefined {
  return listSlices(ctx, breakdown).find((slice) => slice.key === key)
}

type Read = (ctx: Context) => Omit<Slice, 'breakdown'>[]

const READ: Readonly<Record<Breakdown, Read>> = {
  program: ({ db }) =>
    programsByName(db)
      .all()
      .map(({ key, name }) => ({ key, name, counted: { breakdown: 'program', slices: [key] } })),
  touchpoint: (ctx) =>
    touchpointRows(ctx).map(({ id, name }) => ({
      key: id,
      name,
      counted: { breakdown: 'touchpoint', slices: [id] },
    })),
  channel: (ctx) => {
    const byChannel = Map.groupBy(touchpointRows(ctx), ({ channel }) => channel)

    return CHANNELS.filter((channel) => byChannel.has(channel)).map((channel) => ({
      key: channel,
      name: CHANNEL_NAMES[channel],
      counted: { breakdown: 'touchpoint', slices: (byChannel.get(channel) ?? []).map(({ id }) => id) },
    }))
  },
  purpose: ({ db }) => {
    const byPurpose = Map.groupBy(purposes(db).all(), ({ purpose }) => purpose)

    return PURPOSES.filter((purpose) => byPurpose.has(purpose)).map((purpose) => ({
      key: purpose,
      name: PURPOSE_NAMES[purpose],
      counted: { breakdown: 'scenario', slices: (byPurpose.get(purpose) ?? []).map(({ id }) => id) },
    }))
  },
  department: (ctx) => {
    const owned = Map.groupBy(touchpointRows(ctx), ({ departmentId }) => departmentId)

    return departmentsByName(ctx.db)
      .all()
      .filter(({ key }) => owned.has(key))
      .map(({ key, name }) => ({
        key,
        name,
        counted: { breakdown: 'touchpoint', slices: (owned.get(key) ?? []).map(({ id }) => id) },
      }))
  },
}

function touchpointRows({ db }: Context) {
  return byName(db).all()
}

interface TouchpointRow {
  id: string
  name: string
  channel: string
  departmentId: string | null
}

/** Its rows as they come: every page of months asks for all of them, three times. */
const byName = preparedOnce((db) =>
  db.$client.prepare<[], TouchpointRow>(
    'select id, name, channel, department_id as departmentId from touchpoints order by lower(name)',
  ),
)

const programsByName = preparedOnce((db) =>
  db
    .select({ key: programs.id, name: programs.name })
    .from(programs)
    .orderBy(asc(sql`lower(${programs.name})`))
    .prepare(),
)

const purposes = preparedOnce((db) =>
  db.select({ id: scenarios.id, purpose: scenarios.purpose }).from(scenarios).prepare(),
)

const departmentsByName = preparedOnce((db) =>
  db
    .select({ key: departments.id, name: departments.name })
    .from(departments)
    .where(isNotNull(departments.name))
    .orderBy(asc(sql`lower(${departments.name})`))
    .prepare(),
)
