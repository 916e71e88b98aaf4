import { listPublishedTexts } from '../src/features/months/published_store.ts'
import {
  commentOnReview,
  draftDueReviews,
  saveReview,
  signReview,
  submitReview,
} from '../src/features/reviews/actions.ts'
import { listReviews, type Named } from '../src/features/reviews/store.ts'
import { type Company, companyOver } from './company.ts'
import type { Diary } from './diary.ts'
import { diceFrom } from './dice.ts'
import { momentOn } from './moments.ts'
import { shareStories } from './sharing.ts'
import type { Year } from './weather.ts'

const DECISIONS = [
  'Keep the call-back service on the billing line for another year.',
  'One owner for hand-offs between billing and the debt team.',
].join('\n')

/** Another number than the year’s: nobody’s contact turns out otherwise for what is written about it. */
const SEED = 20_260_102

/** On the day after a month has closed its quarter may be due; the months of a year close on the eighth. */
const DAY_OF_DRAFTS = 9

/** Every quarter is reviewed in the days after its closing, with what is known by then; the last one waits for Rhea's signature. */
export function reviewQuarters({ db, now }: Company, year: Year, diary: Diary): void {
  const company = companyOver(db, diceFrom(SEED), now)
  let day = year.startsOn.with({ day: DAY_OF_DRAFTS })
  for (; isOver(day, now); day = day.add({ months: 1 })) {
    const drafting = day
    diary.plan(morningOf(day), (at) => {
      draftDueReviews(company.as(null, at))
      const drafts = listReviews(company.as('maud', at)).filter(({ state }) => state === 'draft')
      if (drafts.length > 0) shareStories(company, at)
      for (const { quarter } of drafts) planReview(company, quarter, drafting, diary)
    })
  }
}

function planReview(company: Company, quarter: string, drafted: Temporal.PlainDate, diary: Diary): void {
  const inDays = (days: number, deed: (review: Named, at: Temporal.Instant) => void) => {
    const day = workdaysAfter(drafted, days)
    diary.plan(isOver(day, company.now) ? morningOf(day) : company.now, (at) =>
      deed(reviewOf(company, quarter, at), at),
    )
  }
  inDays(1, (review, at) => write(company, review, at))
  inDays(2, ({ id, version }, at) => submitReview(company.as('maud', at), id, version))
  if (!isOver(drafted.add({ months: 3 }), company.now)) return

  const words = 'Thank you. I would like to see the next re-test first.'
  inDays(3, ({ id }, at) => commentOnReview(company.as('rhea', at), id, words, false))
  inDays(4, ({ id, version }, at) => signReview(company.as('rhea', at), id, version))
}

/** Nobody writes, comments on or signs a review at a weekend. */
function workdaysAfter(day: Temporal.PlainDate, days: number): Temporal.PlainDate {
  const next = day.add({ days: 1 })
  if (days === 0) return day

  return workdaysAfter(next, next.dayOfWeek > 5 ? days : days - 1)
}

function morningOf(day: Temporal.PlainDate): Temporal.Instant {
  return momentOn(day, '10:00', 'Europe/London')
}

function isOver(day: Temporal.PlainDate, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(morningOf(day), now) <= 0
}

function write(company: Company, { id, quarter, summary, version }: Named, at: Temporal.Instant): void {
  const lead = company.as('maud', at)
  const stories = listPublishedTexts(lead, {})
    .filter(({ span, field }) => field === 'story' && span.endsWith(quarter))
    .slice(0, 5)
    .map((text) => text.id)
  saveReview(lead, id, version, { summary, decisions: DECISIONS, stories, places: new Map(), settled: false })
}

function reviewOf(company: Company, quarter: string, at: Temporal.Instant): Named {
  const found = listReviews(company.as('maud', at)).find((one) => one.quarter === quarter)
  if (!found) throw new RangeError(`${quarter} has no review`)

  return found
}
