import { type Context, inTransaction } from '../../context.ts'
import { Invalid, Problem } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { getOwn } from '../assignments/store.ts'
import { getMember, getOrganisation, today } from '../members/store.ts'
import { hashToken, newToken } from '../signin/session.ts'
import { type Entry, type Given, KEPT_DAYS, tell } from './entry.ts'
import {
  deleteFeed,
  findFeedByHash,
  insertFeed,
  listEntries,
  listFeeds,
  listGiven,
  saveEntry,
  updateFeed,
} from './store.ts'

/** Nobody reads their calendar on more devices. */
const MOST_FEEDS = 10

/**
 * Makes a feed for one device and gives its token, which is kept nowhere else. The same name again gives that device a new token and
 * ends the old one, so pressing twice makes one feed.
 */
export function makeFeed(ctx: Context, name: string): string {
  return inTransaction(ctx, (ctx) => {
    const [memberId, token] = [ctx.actor.id ?? '', newToken()]
    const feeds = listFeeds(ctx, memberId)
    const known = feeds.find((feed) => feed.name.toLowerCase() === name.toLowerCase())
    const made = { name, tokenHash: hashToken(token), madeOn: today(ctx).toString(), fetchedOn: null }
    if (!known && feeds.length >= MOST_FEEDS)
      throw new Invalid({ name: `There are ${MOST_FEEDS} calendars already. End one you no longer use.` })
    if (known) updateFeed(ctx, known.id, made)
    else insertFeed(ctx, { id: ctx.newId(), memberId, ...made })
    record(ctx, 'made a calendar for', 'member', memberId)

    return token
  })
}

/** Its address leads nowhere from now on. Twice is once; somebody else's is not there. */
export function revokeFeed(ctx: Context, id: string): void {
  inTransaction(ctx, (ctx) => {
    const memberId = ctx.actor.id ?? ''
    if (deleteFeed(ctx, memberId, id)) record(ctx, 'ended a calendar of', 'member', memberId)
  })
}

/** What a feed says now, or nothing if there is none under this token. Notes the day, once a day. */
export function readFeed(ctx: Context, token: string): { feedId: string; title: string; entries: Entry[] } | undefined {
  const feed = findFeedByHash(ctx, hashToken(token))
  if (!feed) return undefined
  const day = today(ctx)
  if (feed.fetchedOn !== day.toString()) updateFeed(ctx, feed.id, { fetchedOn: day.toString() })
  const given = listGiven(ctx, feed.memberId, day.subtract({ days: KEPT_DAYS }).toString())

  return { feedId: feed.id, title: getOrganisation(ctx).neutralTitle, entries: tellAll(ctx, given) }
}

/** One's own assignment for a calendar. Throws a Problem where there is nothing that a calendar could know of. */
export function readEntry(
  ctx: Context,
  assignmentId: string,
): { entry: Entry; reader: { name: string; email: string } } {
  const { assignment } = getOwn(ctx, assignmentId)
  const [entry] = assignment.origin === 'own_initiative' ? [] : tellAll(ctx, [assignment])
  if (!entry) throw new Problem('not_found', 'This contact is in no calendar.')
  const { name, email } = getMember(ctx, assignment.leaderId)

  return { entry, reader: { name, email } }
}

/**
 * Compares what is true with what was last told and keeps the difference: a number that says "newer" is only right if it counts
 * what calendars really heard. Nothing is written where nothing changed, however often they ask.
 */
function tellAll(ctx: Context, given: readonly Given[]): Entry[] {
  return inTransaction(ctx, (ctx) => {
    const title = getOrganisation(ctx).neutralTitle
    const last = listEntries(
      ctx,
      given.map(({ id }) => id),
    )

    return given.flatMap((one) => {
      const entry = tell(last.get(one.id), one, title, { uid: ctx.newId(), today: today(ctx).toString() })
      if (entry && entry !== last.get(one.id)) saveEntry(ctx, entry)

      return entry ?? []
    })
  })
}
