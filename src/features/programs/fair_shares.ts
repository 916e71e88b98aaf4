/** What each got beside what was due: leaders against what they were owed, touchpoints against their weight, dayparts against traffic. */
import { DAYPARTS, type Daypart } from '../../lib/days.ts'
import type { Carried } from './fairness.ts'

export interface Share {
  id: string
  contacts: number
  /** May be a fraction: a third of seven contacts. */
  due: number
}

/** Every leader, those without a contact too. */
export function leaderShares(carried: readonly Carried[], owed: ReadonlyMap<string, number>): Share[] {
  const given = Map.groupBy(carried, ({ leaderId }) => leaderId)

  return [...owed].map(([id, due]) => ({ id, contacts: given.get(id)?.length ?? 0, due }))
}

/** All contacts, dealt by weight. */
export function touchpointShares(
  carried: readonly Carried[],
  places: readonly { id: string; weight: number }[],
): Share[] {
  const here = new Set(places.map(({ id }) => id))
  const at = Map.groupBy(
    carried.filter(({ touchpointId }) => here.has(touchpointId)),
    ({ touchpointId }) => touchpointId,
  )
  const all = [...at.values()].reduce((sum, { length }) => sum + length, 0)
  const weights = places.reduce((sum, { weight }) => sum + weight, 0)

  return places.map(({ id, weight }) => ({
    id,
    contacts: at.get(id)?.length ?? 0,
    due: weights > 0 ? (all * weight) / weights : 0,
  }))
}

/** The contacts at one touchpoint by daypart, beside how its customers' traffic falls. */
export function daypartShares(
  carried: readonly (Carried & { daypart: Daypart | null })[],
  { id, traffic }: { id: string; traffic: readonly number[] },
): (Share & { id: Daypart })[] {
  const here = carried.filter(({ touchpointId, daypart }) => touchpointId === id && daypart !== null)

  return DAYPARTS.map((part, i) => ({
    id: part,
    contacts: here.filter(({ daypart }) => daypart === part).length,
    due: here.length * (traffic[i] ?? 0),
  }))
}

/** The largest distance between what was due and what there was. */
export function furthest(shares: readonly Share[]): number {
  return shares.reduce((most, { contacts, due }) => Math.max(most, Math.abs(contacts - due)), 0)
}

/** Leaders who were owed the same, and what they got: most owed first. */
export function alikeGroups(shares: readonly Share[]): { due: number; leaders: number; least: number; most: number }[] {
  const groups = Map.groupBy(shares, ({ due }) => Math.round(due * 1000) / 1000)

  return [...groups]
    .sort(([a], [b]) => b - a)
    .map(([due, alike]) => {
      const contacts = alike.map((share) => share.contacts)

      return { due, leaders: alike.length, least: Math.min(...contacts), most: Math.max(...contacts) }
    })
}

/** PRODUCT.md §2: among leaders available alike the most and the least differ by one at most. */
export function isEven(shares: readonly Share[]): boolean {
  return alikeGroups(shares).every(({ least, most }) => most - least <= 1)
}

/** How many got so many more or fewer than was due: for a crowd that no chart can name. */
export function distances(shares: readonly Share[]): { by: number; count: number }[] {
  const counts = Map.groupBy(shares, ({ contacts, due }) => Math.round(contacts - due))

  return [...counts].sort(([a], [b]) => a - b).map(([by, alike]) => ({ by, count: alike.length }))
}
