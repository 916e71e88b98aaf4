import { listFollowups } from '../src/features/followups/store.ts'
import { getMember, getOrganisation } from '../src/features/members/store.ts'
import { listClosedQuarters } from '../src/features/months/published_store.ts'
import { publishNotice, saveNotice } from '../src/features/notices/actions.ts'
import { beginHeard, publishHeard, replyToHeard, saveHeard, shareHeard } from '../src/features/notices/heard_actions.ts'
import { getHeard, listPassages } from '../src/features/notices/heard_store.ts'
import { readyText } from '../src/features/notices/staff_notice.ts'
import { findDraft } from '../src/features/notices/store.ts'
import type { Company } from './company.ts'

/** Before the first contact. */
export function tellStaff(company: Company, at: Temporal.Instant): void {
  const lead = company.as('maud', at)
  const contact = getMember(lead, 'maud').name
  saveNotice(lead, 0, readyText({ organisation: getOrganisation(lead).name, contact }))
  publishNotice(lead, findDraft(lead)?.version ?? 0)
}

const REPLIES = [
  'The second question on the form asks what the first one asked already. We notice it every day.',
  'Good to read the praise first. We would like to hear it from you on the floor, too.',
] as const

/** What was heard on the billing line in the last quarter that is closed, with what two of the staff answered. */
export function tellWhatWasHeard(company: Company): void {
  const lead = company.as('maud', company.now)
  const quarter = listClosedQuarters(lead).at(-1)
  if (!quarter) return
  const id = beginHeard(lead, 'billing', quarter.name)
  const passages = listPassages(lead, 'billing', quarter.months)
  const quotes = (['praise', 'hard'] as const).flatMap((part) =>
    passages.filter((one) => one.part === part).slice(0, 2),
  )
  const followupIds = listFollowups(lead, { touchpointId: 'billing', states: ['open', 'done'] })
    .slice(0, 5)
    .map(({ id }) => id)
  const opening =
    'Thank you for the calls you take when somebody is worried about a bill. This is what we met, and what we do about it.'
  saveHeard(lead, id, getHeard(lead, id).version, { opening, quotes, followupIds, settled: true })
  publishHeard(lead, id, getHeard(lead, id).version, true)
  const token = shareHeard(lead, id)
  for (const words of REPLIES) replyToHeard(company.as(null, company.now), token, words, true)
}
