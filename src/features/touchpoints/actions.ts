import { isDeepStrictEqual } from 'node:util'
import { type Context, inTransaction } from '../../context.ts'
import type { WeeklyHours } from '../../lib/days.ts'
import { changedMeanwhile, Invalid } from '../../lib/problem.ts'
import { namesIn } from '../../lib/written_out.ts'
import { record } from '../../platform/db/audit.ts'
import { departmentNamed } from '../members/actions.ts'
import { findMember, today } from '../members/store.ts'
import { MOST, type Standard } from './standard.ts'
import {
  type BlockedRow,
  type ExceptionRow,
  findTouchpointByName,
  getStandard,
  getTouchpoint,
  insertStandard,
  insertTouchpoint,
  listBlockedDays,
  listExceptions,
  listStandards,
  replaceDatedDays,
  updateStandard,
  updateTouchpoint,
} from './store.ts'
import type { Channel, Touchpoint } from './touchpoint.ts'
import type { Shares } from './traffic.ts'

export interface TouchpointDetails {
  name: string
  channel: Channel
  /** As readAddress gives it. */
  address: string
  timeZone: string
  languages: string[]
  /** A name: a department nobody knew yet begins here. */
  department: string
  ownerId: string | null
  weight: number
  /** Null for live channels. */
  answerDays: number | null
}

export interface Hours {
  openingHours: WeeklyHours
  dayparts: Shares | null
  /** From today on; what is past stays. */
  exceptions: readonly ExceptionRow[]
  blocked: readonly BlockedRow[]
}

export type StandardDetails = Pick<Standard, 'statement' | 'target'>

export type Intent = Pick<Touchpoint, 'intent' | 'motivation' | 'storyWanted'>

/** Adds a touchpoint; gives the id. The very same one sent twice is added once. Throws Invalid if the name is taken. */
export function addTouchpoint(ctx: Context, details: TouchpointDetails & { openingHours: WeeklyHours }): string {
  return inTransaction(ctx, (ctx) => {
    const columns = { ...columnsOf(ctx, details), openingHours: details.openingHours }
    const namesake = findTouchpointByName(ctx, details.name)
    if (namesake && isSame(namesake, columns)) return namesake.id
    refuseTakenName(namesake)
    const id = ctx.newId()
    insertTouchpoint(ctx, { ...columns, id })
    record(ctx, 'added', 'touchpoint', id, { name: details.name, channel: details.channel })

    return id
  })
}

/** Changes what a touchpoint is, as it was shown in `version`. Throws a conflict if somebody else saved meanwhile. */
export function changeTouchpoint(ctx: Context, id: string, version: number, details: TouchpointDetails): void {
  inTransaction(ctx, (ctx) => {
    const touchpoint = getTouchpoint(ctx, id)
    const namesake = findTouchpointByName(ctx, details.name)
    if (namesake?.id !== id) refuseTakenName(namesake)
    save(ctx, touchpoint, version, columnsOf(ctx, details, touchpoint.ownerId), 'changed')
  })
}

/** What we want customers to get here, why, and the story they should tell. */
export function setIntent(ctx: Context, id: string, version: number, intent: Intent): void {
  inTransaction(ctx, (ctx) => save(ctx, getTouchpoint(ctx, id), version, intent, 'intent changed'))
}

/** The hours of the week, the days that differ from today on, and how customers' traffic falls over the day. */
export function setHours(ctx: Context, id: string, version: number, hours: Hours): void {
  inTransaction(ctx, (ctx) => {
    const touchpoint = getTouchpoint(ctx, id)
    const { openingHours, dayparts, ...dated } = hours
    const from = today(ctx).toString()
    const stands = { exceptions: listExceptions(ctx, id, from), blocked: listBlockedDays(ctx, id, from) }
    if (isSame(touchpoint, { openingHours, dayparts }) && isDeepStrictEqual(stands, dated)) return
    if (!updateTouchpoint(ctx, id, version, { openingHours, dayparts })) throw changedMeanwhile()
    replaceDatedDays(ctx, id, from, dated)
    record(ctx, 'hours changed', 'touchpoint', id)
  })
}

/** Nothing new is planned here; its history stays. Twice is once. */
export function retireTouchpoint(ctx: Context, id: string): void {
  setRetired(ctx, id, today(ctx).toString(), 'retired')
}

/** A retired touchpoint takes part again. Twice is once. */
export function bringBackTouchpoint(ctx: Context, id: string): void {
  setRetired(ctx, id, null, 'brought back')
}

/** Adds a standard at the end of the list; gives the id. The very same one sent twice is added once. */
export function addStandard(ctx: Context, touchpointId: string, details: StandardDetails): string {
  return inTransaction(ctx, (ctx) => {
    getTouchpoint(ctx, touchpointId)
    const all = listStandards(ctx, touchpointId, { retired: true })
    const namesake = all.find(({ statement, retiredOn }) => statement === details.statement && !retiredOn)
    if (namesake?.target === details.target) return namesake.id
    refuseSameStandard(namesake)
    refuseSixth(all)
    const id = ctx.newId()
    const position = Math.max(0, ...all.map((standard) => standard.position)) + 1
    insertStandard(ctx, { id, touchpointId, position, ...details })
    record(ctx, 'added', 'standard', id, { touchpointId, ...details })

    return id
  })
}

/** Changes its words or its target, as it was shown in `version`; what was answered to it before stays with it. */
export function changeStandard(
  ctx: Context,
  touchpointId: string,
  id: string,
  version: number,
  details: StandardDetails,
): void {
  inTransaction(ctx, (ctx) => {
    const { statement, target } = getStandard(ctx, touchpointId, id)
    if (isDeepStrictEqual({ statement, target }, details)) return
    refuseSameStandard(
      listStandards(ctx, touchpointId).find((other) => other.id !== id && other.statement === details.statement),
    )
    if (!updateStandard(ctx, id, version, details)) throw changedMeanwhile()
    record(ctx, 'changed', 'standard', id, { touchpointId, ...details })
  })
}

/** It is asked no more; what was answered to it stays. Twice is once. */
export function retireStandard(ctx: Context, touchpointId: string, id: string): void {
  inTransaction(ctx, (ctx) => {
    const standard = getStandard(ctx, touchpointId, id)
    if (standard.retiredOn) return
    updateStandard(ctx, id, standard.version, { retiredOn: today(ctx).toString() })
    record(ctx, 'retired', 'standard', id, { touchpointId })
  })
}

/** A retired standard is asked again. Twice is once. */
export function bringBackStandard(ctx: Context, touchpointId: string, id: string): void {
  inTransaction(ctx, (ctx) => {
    const standard = getStandard(ctx, touchpointId, id)
    if (!standard.retiredOn) return
    refuseSixth(listStandards(ctx, touchpointId))
    updateStandard(ctx, id, standard.version, { retiredOn: null })
    record(ctx, 'brought back', 'standard', id, { touchpointId })
  })
}

function setRetired(ctx: Context, id: string, retiredOn: string | null, action: string): void {
  inTransaction(ctx, (ctx) => {
    const touchpoint = getTouchpoint(ctx, id)
    if ((touchpoint.retiredOn === null) === (retiredOn === null)) return
    updateTouchpoint(ctx, id, touchpoint.version, { retiredOn })
    record(ctx, action, 'touchpoint', id)
  })
}

/** A form sent twice changes nothing the second time, and is no conflict with itself. */
function save(ctx: Context, touchpoint: Touchpoint, shown: number, change: Partial<Touchpoint>, action: string): void {
  if (isSame(touchpoint, change)) return
  if (!updateTouchpoint(ctx, touchpoint.id, shown, change)) throw changedMeanwhile()
  record(ctx, action, 'touchpoint', touchpoint.id)
}

function columnsOf(ctx: Context, { department, ...rest }: TouchpointDetails, keptOwner: string | null = null) {
  refuseForeignOwner(ctx, rest.ownerId, keptOwner)

  return { ...rest, departmentId: departmentNamed(ctx, department) }
}

function isSame(touchpoint: Touchpoint, change: Partial<Touchpoint>): boolean {
  return namesIn(change).every((column) => isDeepStrictEqual(touchpoint[column], change[column]))
}

function refuseTakenName(namesake: Touchpoint | undefined): void {
  if (!namesake) return
  const where = namesake.retiredOn ? 'A retired touchpoint has this name. Bring it back, or choose another.' : ''
  throw new Invalid({ name: where || 'There is already a touchpoint with this name.' })
}

/** Whoever owned it before may go on owning it, also when they have left the role. */
function refuseForeignOwner(ctx: Context, ownerId: string | null, keptOwner: string | null): void {
  if (ownerId === null || ownerId === keptOwner) return
  const member = findMember(ctx, ownerId)
  if (!member?.roles.includes('owner') || member.retiredOn)
    throw new Invalid({ ownerId: 'Choose an owner from the list.' })
}

function refuseSameStandard(namesake: Standard | undefined): void {
  if (namesake) throw new Invalid({ statement: 'This standard is already in the list.' })
}

function refuseSixth(standards: readonly Standard[]): void {
  if (standards.filter(({ retiredOn }) => !retiredOn).length >= MOST)
    throw new Invalid({ statement: `${MOST} standards are as many as anybody keeps in mind. Retire one first.` })
}
