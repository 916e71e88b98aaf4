import { type Context, inTransaction } from '../../context.ts'
import { changedMeanwhile, Invalid, Problem } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { fingerprintOf } from '../../platform/db/fingerprint.ts'
import { refuseNames } from '../followups/naming_store.ts'
import { findOrganisation, getOrganisation, today } from '../members/store.ts'
import { monthNamer } from '../months/month_words.ts'
import { listClosedMonths, listClosedQuarters } from '../months/published_store.ts'
import {
  type Content,
  type Report,
  readContent,
  reportOf,
  signedContent,
  submittedContent,
  writeContent,
} from './content.ts'
import { firstSummary } from './first_summary.ts'
import { materialFor, storiesFor } from './material_store.ts'
import {
  inOrder,
  LONGEST_COMMENT,
  LONGEST_CORRECTION,
  refuseUnfit,
  refuseUnlessCorrectable,
  refuseUnlessDraft,
  refuseUnlessSignable,
  SECTION_KEYS,
} from './review.ts'
import { reviewReport } from './review_report.ts'
import {
  addAuthor,
  getReview,
  insertComment,
  insertReview,
  latestEdition,
  listAuthors,
  listChosen,
  listComments,
  listQuotes,
  nextNumber,
  type ReviewRow,
  replaceChosen,
  replaceQuotes,
  updateReview,
} from './store.ts'
import { fingerprintsIn, type Story, sealedText, withStoriesSealed } from './stories_apart.ts'

/** A draft for every fiscal quarter that is closed and has none, oldest first. Harmless twice. */
export function draftDueReviews(ctx: Context): void {
  if (!findOrganisation(ctx)) return
  inTransaction(ctx, (ctx) => {
    for (const name of closedBy(ctx, today(ctx).toString())) if (latestEdition(ctx, name) === 0) draft(ctx, name)
  })
}

function closedBy(ctx: Context, day: string): string[] {
  const closedOn = new Map(listClosedMonths(ctx).map((closed) => [closed.month, closed.closedOn]))

  return listClosedQuarters(ctx)
    .filter(({ months }) => months.every((month) => (closedOn.get(month) ?? '') <= day))
    .map(({ name }) => name)
}

function draft(ctx: Context, quarter: string): void {
  const id = ctx.newId()
  const review = { id, quarter, edition: 1, corrects: '', summary: '', decisions: '', sections: [...SECTION_KEYS] }
  const name = monthNamer(getOrganisation(ctx).locale)
  const summary = firstSummary({ ...materialFor(ctx, review), name })
  insertReview(ctx, { ...review, summary, draftedOn: today(ctx).toString() })
  record(ctx, 'drafted', 'review', id, { quarter })
}

export interface ReviewDetails {
  summary: string
  decisions: string
  stories: readonly string[]
  /** Where a section is to stand, from 1. */
  places: ReadonlyMap<string, number>
  /** The author has looked at words that may name somebody: no colleague is meant. */
  settled: boolean
}

/** Keeps what a lead wrote; whoever does is an author and cannot sign. */
export function saveReview(ctx: Context, id: string, shown: number, details: ReviewDetails): void {
  inTransaction(ctx, (ctx) => {
    const review = getReview(ctx, id)
    refuseUnlessDraft(review)
    if (review.version !== shown) throw changedMeanwhile()
    const offered = new Set(storiesFor(ctx, review.quarter).map((text) => text.id))
    const stories = [...new Set(details.stories)]
    refuseUnfit({ ...details, stories })
    if (stories.some((text) => !offered.has(text))) throw new Invalid({ stories: 'Choose from the stories shown.' })
    refuseNames(ctx, { summary: details.summary, decisions: details.decisions }, details.settled)
    replaceChosen(ctx, id, stories)
    const sections = inOrder(details.places, review.sections)
    update(ctx, review, { summary: details.summary, decisions: details.decisions, sections })
    addAuthor(ctx, id, ctx.actor.id ?? '')
    record(ctx, 'wrote', 'review', id)
  })
}

/** From now on reviewers read it, and what they read stays as it is. The lead's name stands under the summary. */
export function submitReview(ctx: Context, id: string, shown: number): void {
  inTransaction(ctx, (ctx) => {
    const review = getReview(ctx, id)
    if (review.state === 'submitted') return
    refuseUnlessDraft(review)
    if (review.version !== shown) throw changedMeanwhile()
    refuseUnfit({ ...review, stories: [] })
    const submitted = { by: ctx.actor.name, on: today(ctx).toString() }
    const content = writeContent(submittedContent(review, submitted, sealedReport(ctx, review)))
    update(ctx, review, { state: 'submitted', submittedBy: ctx.actor.id, submittedOn: submitted.on, content })
    addAuthor(ctx, id, ctx.actor.id ?? '')
    record(ctx, 'submitted', 'review', id)
  })
}

/** A draft again, for as long as nobody signed it. */
export function takeBackReview(ctx: Context, id: string, shown: number): void {
  inTransaction(ctx, (ctx) => {
    const review = getReview(ctx, id)
    if (review.state === 'draft') return
    if (review.state === 'signed') refuseUnlessDraft(review)
    if (review.version !== shown) throw changedMeanwhile()
    replaceQuotes(ctx, id, [])
    update(ctx, review, { state: 'draft', submittedBy: null, submittedOn: null, content: null })
    record(ctx, 'took back', 'review', id)
  })
}

/** Signs what the reviewer was shown, and nothing else: numbered, hashed, and frozen. */
export function signReview(ctx: Context, id: string, shown: number): void {
  inTransaction(ctx, (ctx) => {
    const review = getReview(ctx, id)
    if (review.state === 'signed' && review.signedBy === ctx.actor.id) return
    refuseUnlessSignable(review, listAuthors(ctx, id).includes(ctx.actor.id ?? ''))
    if (review.version !== shown) throw changedMeanwhile()
    const [number, on] = [nextNumber(ctx), today(ctx).toString()]
    const content = writeContent(signedContent(sealedAnew(ctx, review), number, { by: ctx.actor.name, on }))
    const fingerprint = fingerprintOf(content)
    update(ctx, review, { state: 'signed', signedBy: ctx.actor.id, signedOn: on, number, content, fingerprint })
    record(ctx, 'signed', 'review', id, { number })
  })
}

/** A new version that names what it corrects; the signed one stays as it is. */
export function correctReview(ctx: Context, id: string, corrects: string, settled: boolean): string {
  return inTransaction(ctx, (ctx) => {
    const review = getReview(ctx, id)
    refuseUnlessCorrectable(review, latestEdition(ctx, review.quarter))
    if (corrects === '') throw new Invalid({ corrects: 'Say what was wrong: it stands on the new version.' })
    if (corrects.length > LONGEST_CORRECTION)
      throw new Invalid({ corrects: `Keep it under ${LONGEST_CORRECTION.toLocaleString('en-GB')} characters.` })
    refuseNames(ctx, { corrects }, settled)
    const newId = ctx.newId()
    const { quarter, summary, decisions, sections } = review
    const edition = review.edition + 1
    insertReview(ctx, {
      ...{ id: newId, quarter, edition, corrects: `version ${review.edition}: ${corrects}` },
      ...{ summary, decisions, sections, draftedOn: today(ctx).toString() },
    })
    replaceChosen(ctx, newId, listChosen(ctx, id))
    addAuthor(ctx, newId, ctx.actor.id ?? '')
    record(ctx, 'began to correct', 'review', newId, { edition })

    return newId
  })
}

/** Said on a review that is submitted or signed, with a name; the same words on one day are said once. */
export function commentOnReview(ctx: Context, id: string, words: string, settled: boolean): void {
  inTransaction(ctx, (ctx) => {
    getReview(ctx, id)
    if (words === '') throw new Invalid({ words: 'Write your comment first.' })
    if (words.length > LONGEST_COMMENT)
      throw new Invalid({ words: `Keep it under ${LONGEST_COMMENT.toLocaleString('en-GB')} characters.` })
    refuseNames(ctx, { words }, settled)
    const row = { reviewId: id, memberId: ctx.actor.id ?? '', words, writtenOn: today(ctx).toString() }
    const isThere = listComments(ctx, id).some(
      (one) => one.memberId === row.memberId && one.words === words && one.writtenOn === row.writtenOn,
    )
    if (!isThere) insertComment(ctx, { id: ctx.newId(), ...row })
  })
}

/** As it is shown and exported: a draft as it would be submitted now, everything else as it was. */
function reportFor(ctx: Context, review: ReviewRow): Report {
  if (review.content) return reportOf(review.content, review.fingerprint, listQuotes(ctx, review.id))

  return reviewReport(materialFor(ctx, review))
}

/** The draft as it stands, with its stories kept apart from now on. */
function sealedReport(ctx: Context, review: ReviewRow): Report {
  const material = materialFor(ctx, review)
  const stories = material.stories.map(({ reflectionId, words }) => ({ reflectionId, words, salt: ctx.newId() }))
  replaceQuotes(ctx, review.id, stories)

  return withStoriesSealed(reviewReport(material), stories.map(fingerprintOfStory))
}

/** What waited, with the stories as they are now: words may have been masked meanwhile, and then it is the marks that are signed. */
function sealedAnew(ctx: Context, { id, content }: ReviewRow): Content {
  const submitted = readContent(content ?? '')
  const stories = listQuotes(ctx, id).map((story) => ({ ...story, salt: story.salt || ctx.newId() }))
  replaceQuotes(ctx, id, stories)

  return { ...submitted, report: withStoriesSealed(submitted.report, stories.map(fingerprintOfStory)) }
}

function fingerprintOfStory(story: Story): string {
  return fingerprintOf(sealedText(story))
}

/** The report of a review somebody may read. */
export function getReport(ctx: Context, id: string): Report {
  return reportFor(ctx, getReview(ctx, id))
}

/** The bytes that were hashed, or what will be once it is signed. */
export function getContent(ctx: Context, id: string): string {
  const { content } = getReview(ctx, id)
  if (!content) throw new Problem('not_found', 'A draft has no content to verify yet.')

  return content
}

/** What the fingerprints of its stories are of: salt, line break, words. What was masked can be verified no more, and says so. */
export function getStories(ctx: Context, id: string): string {
  const stories = listQuotes(ctx, id)
  const told = fingerprintsIn(readContent(getContent(ctx, id)).report).map((sha256, i) => {
    const { words = '', salt = '' } = stories[i] ?? {}

    return salt === '' ? { sha256, masked: true, words } : { sha256, masked: false, salt, words }
  })

  return `${JSON.stringify(told, null, 2)}\n`
}

function update(ctx: Context, { id, version }: ReviewRow, change: Partial<Omit<ReviewRow, 'id' | 'version'>>): void {
  if (!updateReview(ctx, id, version, change)) throw changedMeanwhile()
}
