import { listClosedMonths, listClosedQuarters, listPublishedTexts } from '../src/features/months/published_store.ts'
import {
  commentOnReview,
  draftDueReviews,
  saveReview,
  signReview,
  submitReview,
} from '../src/features/reviews/actions.ts'
import { listReviews, type Named } from '../src/features/reviews/store.ts'
import type { Company } from './company.ts'
import { momentOn } from './moments.ts'

const DECISIONS = [
  'Keep the call-back service on the billing line for another year.',
  'One owner for hand-offs between billing and the debt team.',
].join('\n')

/** Every closed quarter is reviewed the week after its closing; the last one waits for Rhea's signature. */
export function reviewQuarters(company: Company): void {
  const closedOn = new Map(listClosedMonths(company.as(null, company.now)).map((one) => [one.month, one.closedOn]))
  const quarters = listClosedQuarters(company.as(null, company.now))
  for (const { name, months } of quarters) {
    const day = Temporal.PlainDate.from(closedOn.get(months.at(-1) ?? '') ?? '').add({ days: 1 })
    const at = (days: number) => momentOn(day.add({ days }), '10:00', 'Europe/London')
    draftDueReviews(company.as(null, at(0)))
    const review = () => reviewOf(company, name)
    write(company, review(), at(1))
    submitReview(company.as('maud', at(2)), review().id, review().version)
    if (name === quarters.at(-1)?.name) continue
    commentOnReview(
      company.as('rhea', at(3)),
      review().id,
      'Thank you. I would like to see the next re-test first.',
      false,
    )
    signReview(company.as('rhea', at(4)), review().id, review().version)
  }
}

function write(company: Company, { id, quarter, summary, version }: Named, at: Temporal.Instant): void {
  const lead = company.as('maud', at)
  const stories = listPublishedTexts(lead, {})
    .filter(({ span, field }) => field === 'story' && span.endsWith(quarter))
    .slice(0, 5)
    .map((text) => text.id)
  saveReview(lead, id, version, { summary, decisions: DECISIONS, stories, places: new Map(), settled: false })
}

function reviewOf(company: Company, quarter: string): Named {
  const found = listReviews(company.as('maud', company.now)).find((one) => one.quarter === quarter)
  if (!found) throw new RangeError(`${quarter} has no review`)

  return found
}
