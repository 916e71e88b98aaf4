import type { Context } from '../../context.ts'
import { onceForEach } from '../../lib/once_for_each.ts'
import { sameRows } from '../../platform/db/same_rows.ts'
import { PURPOSE_NAMES, PURPOSES } from '../scenarios/scenario.ts'
import { CHANNEL_NAMES, CHANNELS } from '../touchpoints/touchpoint.ts'
import type { Breakdown, CountedIn, Slice } from './breakdowns.ts'

/**
 * The slices of a breakdown that can hold contacts, in the order of their names; retired ones too: what was counted stays. The very same
 * list at every look while nobody renamed anything.
 */
export function listSlices({ db }: Context, breakdown: Breakdown): readonly Slice[] {
  if (breakdown === 'program') return ofPrograms(programRows(db))
  if (breakdown === 'touchpoint') return ofTouchpoints(touchpointRows(db))
  if (breakdown === 'channel') return ofChannels(touchpointRows(db))

  return breakdown === 'purpose' ? ofPurposes(scenarioRows(db)) : ofDepartments(departmentRows(db))
}

export function findSlice(ctx: Context, breakdown: Breakdown, key: string): Slice | undefined {
  return listSlices(ctx, breakdown).find((slice) => slice.key === key)
}

interface Named {
  id: string
  name: string
}

const ofPrograms = onceForEach((rows: readonly Named[]): Slice[] =>
  rows.map(({ id, name }) => ({ breakdown: 'program', key: id, name, counted: among('program', [id]) })),
)

const ofTouchpoints = onceForEach((rows: readonly Named[]): Slice[] =>
  rows.map(({ id, name }) => ({ breakdown: 'touchpoint', key: id, name, counted: among('touchpoint', [id]) })),
)

const ofChannels = onceForEach((rows: readonly TouchpointRow[]): Slice[] => {
  const idsOf = grouped(rows, ({ channel }) => channel)

  return CHANNELS.filter((key) => idsOf(key).length > 0).map((key) => ({
    ...{ breakdown: 'channel', key, name: CHANNEL_NAMES[key], counted: among('touchpoint', idsOf(key)) },
  }))
})

const ofPurposes = onceForEach((rows: readonly ScenarioRow[]): Slice[] => {
  const idsOf = grouped(rows, ({ purpose }) => purpose)

  return PURPOSES.filter((key) => idsOf(key).length > 0).map((key) => ({
    ...{ breakdown: 'purpose', key, name: PURPOSE_NAMES[key], counted: among('scenario', idsOf(key)) },
  }))
})

const ofDepartments = onceForEach((rows: readonly DepartmentRow[]): Slice[] =>
  rows.map(({ id, name, owns }) => ({ breakdown: 'department', key: id, name, counted: among('touchpoint', owns) })),
)

function among(breakdown: CountedIn['breakdown'], slices: readonly string[]): CountedIn {
  return { breakdown, slices }
}

function grouped<Row extends { id: string }>(
  rows: readonly Row[],
  by: (row: Row) => string,
): (key: string) => string[] {
  const groups = Map.groupBy(rows, by)

  return (key) => (groups.get(key) ?? []).map(({ id }) => id)
}

interface TouchpointRow extends Named {
  channel: string
}

const touchpointRows = sameRows<TouchpointRow>(
  `select json_group_array(json_object('id', id, 'name', name, 'channel', channel) order by lower(name)) from touchpoints`,
)

const programRows = sameRows<Named>(
  `select json_group_array(json_object('id', id, 'name', name) order by lower(name)) from programs`,
)

interface ScenarioRow {
  id: string
  purpose: string
}

const scenarioRows = sameRows<ScenarioRow>(
  `select json_group_array(json_object('id', id, 'purpose', purpose)) from scenarios`,
)

interface DepartmentRow extends Named {
  /** Its touchpoints. */
  owns: string[]
}

const departmentRows = sameRows<DepartmentRow>(
  `select json_group_array(json_object('id', id, 'name', name, 'owns', json(owns)) order by lower(name)) from (
    select departments.id, departments.name, json_group_array(touchpoints.id order by lower(touchpoints.name)) as owns
    from departments join touchpoints on touchpoints.department_id = departments.id
    where departments.name is not null group by departments.id
  )`,
)
