import { type Context, inTransaction } from '../../context.ts'
import { monthsOfQuarter } from '../../lib/periods.ts'
import { type Complaints, changedMeanwhile, Invalid, Problem, refuseIfAny } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { refuseNames } from '../followups/naming_store.ts'
import { findFollowup } from '../followups/store.ts'
import { getOrganisation, today } from '../members/store.ts'
import { listClosedQuarters } from '../months/published_store.ts'
import { findTouchpoint } from '../touchpoints/store.ts'
import {
  LONGEST_OPENING,
  LONGEST_REPLY,
  MOST_CHANGES,
  MOST_CHARACTERS,
  MOST_QUOTES,
  type Quote,
  quoteKey,
} from './heard.ts'
import {
  countReplies,
  findHeardOf,
  getHeard,
  getHeardBehind,
  hasReply,
  insertHeard,
  insertReply,
  listPassages,
  markRead,
  type NamedHeard,
  replaceChosen,
  updateHeard,
} from './heard_store.ts'
import { makeLink, revokeLink } from './link_actions.ts'

/** Begins a page and gives its id; one that is there already is that one. Only of a quarter that is closed. */
export function beginHeard(ctx: Context, touchpointId: string, quarter: string): string {
  return inTransaction(ctx, (ctx) => {
    const complaints: Complaints = {}
    if (!findTouchpoint(ctx, touchpointId)) complaints.touchpoint = 'Choose one of the touchpoints shown.'
    if (!listClosedQuarters(ctx).some(({ name }) => name === quarter))
      complaints.quarter = 'Choose one of the closed quarters shown.'
    refuseIfAny(complaints)
    const there = findHeardOf(ctx, touchpointId, quarter)
    if (there) return there.id
    const id = ctx.newId()
    insertHeard(ctx, { id, touchpointId, quarter })
    record(ctx, 'began', 'what we heard', id)

    return id
  })
}

export interface HeardDetails {
  opening: string
  quotes: readonly Quote[]
  followupIds: readonly string[]
  settled: boolean
}

/** Keeps what a lead chose; a page that is published shows it at once. */
export function saveHeard(ctx: Context, id: string, version: number, details: HeardDetails): void {
  inTransaction(ctx, (ctx) => {
    const heard = getHeard(ctx, id)
    if (heard.version !== version) throw changedMeanwhile()
    refuseUnfit(ctx, heard, details)
    refuseNames(ctx, { opening: details.opening }, details.settled)
    replaceChosen(ctx, id, details)
    if (!updateHeard(ctx, id, version, { opening: details.opening })) throw changedMeanwhile()
    record(ctx, 'wrote', 'what we heard', id)
  })
}

/** Published, its links open it; taken back, they look as if they never were. */
export function publishHeard(ctx: Context, id: string, version: number, publishes: boolean): void {
  inTransaction(ctx, (ctx) => {
    const heard = getHeard(ctx, id)
    if ((heard.publishedOn !== null) === publishes) return
    if (heard.version !== version) throw changedMeanwhile()
    const published = { publishedOn: today(ctx).toString(), publishedBy: ctx.actor.id }
    updateHeard(ctx, id, version, publishes ? published : { publishedOn: null, publishedBy: null })
    record(ctx, publishes ? 'published' : 'took back', 'what we heard', id)
  })
}

/** Gives the token of a new link to a page that is published. */
export function shareHeard(ctx: Context, id: string): string {
  if (getHeard(ctx, id).publishedOn === null)
    throw new Problem('conflict', 'Publish the page first: a link to a draft would lead nowhere.')

  return makeLink(ctx, id)
}

export function endHeardLink(ctx: Context, id: string, linkId: string): void {
  revokeLink(ctx, linkId, getHeard(ctx, id).id)
}

/** A page takes so many a day, whoever sends them: who they are is not known, so it cannot be counted by head. */
const MOST_REPLIES_A_DAY = 100

/**
 * What staff answer: the words and the day are kept, nothing else. There is no name to give, the audit hears nothing of it, and which
 * of two that came on one day was first cannot be told.
 */
export function replyToHeard(ctx: Context, token: string, words: string, settled: boolean): void {
  inTransaction(ctx, (ctx) => {
    const { id } = getHeardBehind(ctx, token)
    if (words === '') throw new Invalid({ words: 'Write your answer first.' })
    if (words.length > LONGEST_REPLY) throw new Invalid({ words: `Keep it under ${LONGEST_REPLY} characters.` })
    refuseNames(ctx, { words }, settled)
    const receivedOn = today(ctx).toString()
    if (countReplies(ctx, id, receivedOn) >= MOST_REPLIES_A_DAY)
      throw new Problem('too_many', 'This page has had as many answers today as it takes. Try again tomorrow.')
    if (!hasReply(ctx, id, words, receivedOn)) insertReply(ctx, { id: ctx.newId(), heardId: id, words, receivedOn })
  })
}

export function readReply(ctx: Context, id: string, replyId: string): void {
  inTransaction(ctx, (ctx) => markRead(ctx, getHeard(ctx, id).id, replyId, today(ctx).toString()))
}

/** Only texts that may be chosen: of this touchpoint and quarter, counted, and released now. */
function refuseUnfit(ctx: Context, heard: NamedHeard, { opening, quotes, followupIds }: HeardDetails): void {
  const complaints: Complaints = {}
  const months = monthsOfQuarter(heard.quarter, getOrganisation(ctx).fiscalYearStart)
  const known = new Map(listPassages(ctx, heard.touchpointId, months).map((one) => [quoteKey(one), one.words]))
  for (const part of ['praise', 'hard'] as const) {
    const chosen = quotes.filter((quote) => quote.part === part)
    if (chosen.length > MOST_QUOTES) complaints[part] = `Choose at most ${MOST_QUOTES}: it has to fit on one sheet.`
    if (chosen.some((quote) => !known.has(quoteKey(quote))))
      complaints[part] = 'A text you chose is not released any more. Choose again.'
  }
  if (standsTwice(quotes)) complaints.hard = 'A text stands in one place: take it out of one of the two.'
  const texts = [opening, ...quotes.map((quote) => known.get(quoteKey(quote)) ?? ''), ...changesIn(ctx, followupIds)]
  if (texts.join('').length > MOST_CHARACTERS)
    complaints.opening = 'This does not fit on one sheet. Choose fewer texts, or shorter ones.'
  if (followupIds.length > MOST_CHANGES) complaints.followups = `Choose at most ${MOST_CHANGES}.`
  if (followupIds.some((id) => findFollowup(ctx, id)?.touchpointId !== heard.touchpointId))
    complaints.followups = 'Choose from the follow-ups shown.'
  if (opening.length > LONGEST_OPENING) complaints.opening = `Keep it under ${LONGEST_OPENING} characters.`
  refuseIfAny(complaints)
}

function standsTwice(quotes: readonly Quote[]): boolean {
  const praise = new Set(quotes.filter(({ part }) => part === 'praise').map(quoteKey))

  return quotes.some((quote) => quote.part === 'hard' && praise.has(quoteKey(quote)))
}

function changesIn(ctx: Context, followupIds: readonly string[]): string[] {
  return followupIds.flatMap((id) => {
    const followup = findFollowup(ctx, id)
    return followup ? [followup.commitment, followup.forColleagues] : []
  })
}
