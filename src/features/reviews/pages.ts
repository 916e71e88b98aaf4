import type { Context } from '../../context.ts'
import { dayInWords } from '../../lib/words.ts'
import { reportPage } from '../../platform/files/report_page.ts'
import { emptyForm, type Form, savedMeanwhile, versionToSend } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { may } from '../members/member.ts'
import { getOrganisation } from '../members/store.ts'
import { monthNamer, monthsOfYears } from '../months/month_words.ts'
import { reportOf } from './content.ts'
import { materialFor, monthsOf, storiesFor } from './material_store.ts'
import { inOrder, placeField, SECTIONS } from './review.ts'
import { reviewReport } from './review_report.ts'
import {
  getReview,
  latestEdition,
  listAuthors,
  listChosen,
  listComments,
  listQuotes,
  listReviews,
  type Named,
} from './store.ts'

/** Every review there is to read; what waits for one's signature first. */
export function reviewsPage(ctx: Context): View {
  const all = listReviews(ctx)
  const waiting = all.filter((review) => review.state === 'submitted')
  const row = (review: Named) => ({
    id: review.id,
    quarter: quarterInWords(ctx, review),
    stands: standsWords(ctx, review),
  })

  return {
    template: 'reviews/list',
    title: 'Reviews',
    at: '/reviews',
    heading: headingFor(ctx, all, waiting),
    writes: may(ctx.actor, 'write_reviews'),
    waiting: waiting.map(row),
    others: all.filter((review) => review.state !== 'submitted').map(row),
  }
}

function headingFor(ctx: Context, all: readonly Named[], waiting: readonly Named[]): string {
  if (all.length === 0) return 'No quarter has a review yet.'
  if (waiting.length === 0) return 'No review waits for a signature.'
  const [first] = waiting
  if (waiting.length === 1 && first) return `${quarterInWords(ctx, first)} waits for a signature.`

  return `${waiting.length} reviews wait for a signature.`
}

/** "July to September 2026, version 2" */
function quarterInWords(ctx: Context, { quarter, edition }: Pick<Named, 'quarter' | 'edition'>): string {
  const months = monthsOf(ctx, quarter)
  if (months.length === 0) return quarter
  const words = monthsOfYears(months, monthNamer(getOrganisation(ctx).locale))

  return edition === 1 ? words : `${words}, version ${edition}`
}

function standsWords(ctx: Context, review: Named): string {
  const { state, submitter, submittedOn, signer, signedOn, number, draftedOn } = review
  if (state === 'signed') return `No. ${number}, signed off by ${signer} on ${on(ctx, signedOn)}`
  if (state === 'submitted') return `submitted by ${submitter} on ${on(ctx, submittedOn)}`

  return `a draft since ${on(ctx, draftedOn)}`
}

/** The review as it is exported, and below it what the reader may do. */
export function reviewPage(ctx: Context, id: string, form: Form = emptyForm()): View {
  const review = getReview(ctx, id)
  const report = review.content
    ? reportOf(review.content, review.fingerprint, listQuotes(ctx, id))
    : reviewReport(materialFor(ctx, review))

  return {
    template: 'reviews/show',
    title: `Review: ${quarterInWords(ctx, review)}`,
    at: '/reviews',
    ...{ id, form, version: String(review.version), state: review.state },
    report: { ...report, sections: reportPage(report) },
    stands: standsWords(ctx, review),
    fingerprint: review.fingerprint ?? '',
    exports: EXPORTS.map(([format, label]) => ({ href: `/reviews/${id}/export/${format}`, label })),
    comments: listComments(ctx, id).map(({ writtenOn, ...comment }) => ({ ...comment, on: on(ctx, writtenOn) })),
    ...whatOneMayDo(ctx, review),
  }
}

const EXPORTS = [
  ['pdf', 'PDF'],
  ['xlsx', 'Excel'],
  ['pptx', 'PowerPoint'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
] as const

function whatOneMayDo(ctx: Context, review: Named) {
  const writes = may(ctx.actor, 'write_reviews')
  const signs = review.state === 'submitted' && may(ctx.actor, 'sign_reviews')
  const isAuthor = listAuthors(ctx, review.id).includes(ctx.actor.id ?? '')

  return {
    changes: writes && review.state === 'draft',
    takesBack: writes && review.state === 'submitted',
    corrects: writes && review.state === 'signed' && latestEdition(ctx, review.quarter) === review.edition,
    signs: signs && !isAuthor,
    mayNotSign: signs && isAuthor,
    commentsOn: review.state !== 'draft',
  }
}

/** A draft as its authors write it. */
export function draftPage(ctx: Context, id: string, form?: Form): View {
  const review = getReview(ctx, id)
  const sections = inOrder(new Map(), review.sections)
  const stories = storiesFor(ctx, review.quarter)
  const { summary, decisions } = review
  const places = Object.fromEntries(sections.map((key, i) => [placeField(key), String(i + 1)]))

  return {
    template: 'reviews/edit',
    title: `Write: ${quarterInWords(ctx, review)}`,
    at: '/reviews',
    width: 'narrow',
    id,
    heading: `The review of ${quarterInWords(ctx, review)}`,
    form: form ?? emptyForm({ summary, decisions, stories: listChosen(ctx, id), ...places }),
    version: versionToSend(form, review.version),
    meanwhile: form ? meanwhile(form, review) : [],
    stories: stories.map(({ id: value, words, touchpoint }) => ({ value, label: `${words} (${touchpoint})` })),
    places: sections.map((key) => ({ name: placeField(key), label: SECTIONS[key] })),
  }
}

function meanwhile(form: Form, { summary, decisions }: Named) {
  return savedMeanwhile(form, [
    { name: 'summary', label: 'Summary', typed: summary },
    { name: 'decisions', label: 'Decisions asked of the board', typed: decisions },
  ])
}

function on(ctx: Context, day: string | null): string {
  return day ? dayInWords(day, getOrganisation(ctx).locale) : ''
}
