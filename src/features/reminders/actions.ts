import { type Context, inTransaction } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import { changedMeanwhile } from '../../lib/problem.ts'
import { dayInWords } from '../../lib/words.ts'
import { record } from '../../platform/db/audit.ts'
import { type Letter, postLetter } from '../../platform/mail/outbox.ts'
import { findOrganisation, getOrganisation, today } from '../members/store.ts'
import { countHandedIn } from '../reflections/reading_store.ts'
import { countSentences, weekOf } from './digest.ts'
import { choiceFor, dueFor, type Recipient } from './duty.ts'
import {
  declinedWords,
  digestWords,
  followupGivenWords,
  letterTo,
  type Paper,
  reviewWaitsWords,
  roundPlannedWords,
  type Words,
  waitingWords,
} from './letters.ts'
import { allowedFrom, type Choice, wants } from './quiet.ts'
import { type Kind, kindsFor, type LeaderKind, type LeadKind, occasionOf } from './reminder.ts'
import {
  countWeek,
  findChoice,
  listDecided,
  listDeclined,
  listGivenFollowups,
  listOwedBy,
  listPlannedRounds,
  listRecipients,
  listSignable,
  saveChoice,
} from './store.ts'

/** A letter that should be there, and how it is written if it is not. */
interface Wanted {
  occasion: string
  letter: (paper: Paper) => Letter
  dueAt: () => Temporal.Instant
}

/**
 * Writes every reminder that is due and was not decided yet. Harmless twice, and at once: an occasion has one letter. After a time
 * without a server only what still makes sense is written.
 */
export function decideReminders(ctx: Context, baseUrl: string): void {
  if (!findOrganisation(ctx)) return
  inTransaction(ctx, (ctx) => {
    const { neutralTitle } = getOrganisation(ctx)
    const wanted = [
      ...leadersReminders(ctx),
      ...digests(ctx),
      ...roundNotes(ctx),
      ...declineNotes(ctx),
      ...givenNotes(ctx),
      ...signatureNotes(ctx),
    ]
    const decided = listDecided(
      ctx,
      wanted.map(({ occasion }) => occasion),
    )
    for (const { occasion, letter, dueAt } of wanted)
      if (!decided.has(occasion)) postLetter(ctx, { ...letter({ neutralTitle, baseUrl }), dueAt: dueAt() })
  })
}

/** What a form said: of the kinds its page showed, those that are wanted. */
export interface Chosen extends Omit<Choice, 'declined'> {
  version: number
  wanted: readonly Kind[]
}

/** What a member wants to be written, and when. Throws a conflict if it was changed since `version` was shown. */
export function changeChoice(ctx: Context, { version, wanted, ...hours }: Chosen): void {
  inTransaction(ctx, (ctx) => {
    const memberId = ctx.actor.id ?? ''
    const shown: readonly string[] = kindsFor(ctx.actor.roles)
    const others = findChoice(ctx, memberId).declined.filter((kind) => !shown.includes(kind))
    const declined = [...others, ...kindsFor(ctx.actor.roles).filter((kind) => !wanted.includes(kind))]
    if (!saveChoice(ctx, memberId, version, { ...hours, declined })) throw changedMeanwhile()
    record(ctx, 'chose letters', 'member', memberId)
  })
}

function leadersReminders(ctx: Context): Wanted[] {
  const furthest = dayIn('Pacific/Kiritimati', ctx.now).toString()
  const written = new Map<LeaderKind, Words>()
  const wordsOf = (kind: LeaderKind, paper: Paper) => written.get(kind) ?? waitingWords(kind, paper)

  return listOwedBy(ctx, furthest).flatMap((duty) => {
    const kind = dueFor(duty, ctx.now)
    if (!kind) return []
    const occasion = occasionOf(kind, duty.id, duty.leader.id)
    const letter = (paper: Paper) => {
      const words = wordsOf(kind, paper)
      written.set(kind, words)

      return letterTo(duty.leader, kind, occasion, words)
    }

    return [{ occasion, letter, dueAt: () => allowedFrom(choiceFor(duty), duty.leader.timeZone, ctx.now) }]
  })
}

/** One a week for each lead; a week with nothing to say has none, nor one that would be over before the letter may leave. */
function digests(ctx: Context): Wanted[] {
  const { timeZone, locale } = getOrganisation(ctx)
  const day = today(ctx)
  const week = weekOf(day)
  const counts = countWeek(ctx, { today: day.toString(), ...week })
  const letters = leadsWho(ctx, 'digest').flatMap((lead) => {
    const sentences = countSentences({ ...counts, unread: countUnread(ctx, lead) })
    const letter = (occasion: string) => (paper: Paper) =>
      letterTo(lead, 'digest', occasion, digestWords(sentences, dayInWords(day, locale, 'weekday'), paper))

    return sentences.length > 0 ? [wantedBy(ctx, lead, occasionOf('digest', week.key, lead.id), letter)] : []
  })

  return letters.filter(({ dueAt }) => weekOf(dayIn(timeZone, dueAt())).key === week.key)
}

function countUnread(ctx: Context, { id, name }: Recipient): number {
  return countHandedIn({ ...ctx, actor: { id, name, roles: ['lead'] } }, 'unread')
}

function roundNotes(ctx: Context): Wanted[] {
  const leads = leadsWho(ctx, 'round_planned')

  return listPlannedRounds(ctx).flatMap((roundId) =>
    leads.map((lead) => {
      const letter = (occasion: string) => (paper: Paper) =>
        letterTo(lead, 'round_planned', occasion, roundPlannedWords(paper))

      return wantedBy(ctx, lead, occasionOf('round_planned', roundId, lead.id), letter)
    }),
  )
}

/** A contact that a leader declined waits for a lead to find somebody else. */
function declineNotes(ctx: Context): Wanted[] {
  const leads = leadsWho(ctx, 'declined')

  return listDeclined(ctx).flatMap((id) =>
    leads.map((lead) => {
      const letter = (occasion: string) => (paper: Paper) => letterTo(lead, 'declined', occasion, declinedWords(paper))

      return wantedBy(ctx, lead, occasionOf('declined', id, lead.id), letter)
    }),
  )
}

/** Each owner once: whoever it is given to next is told too. */
function givenNotes(ctx: Context): Wanted[] {
  return listGivenFollowups(ctx)
    .filter(({ owner }) => wants(owner.choice, 'followup'))
    .map(({ id, owner }) => {
      const letter = (occasion: string) => (paper: Paper) =>
        letterTo(owner, 'followup', occasion, followupGivenWords(paper))

      return wantedBy(ctx, owner, occasionOf('followup', id, owner.id), letter)
    })
}

/** Once for each submission, to everybody who could sign it. */
function signatureNotes(ctx: Context): Wanted[] {
  return listSignable(ctx)
    .filter(({ reviewer }) => wants(reviewer.choice, 'review'))
    .map(({ subject, reviewer }) => {
      const letter = (occasion: string) => (paper: Paper) =>
        letterTo(reviewer, 'review', occasion, reviewWaitsWords(paper))

      return wantedBy(ctx, reviewer, occasionOf('review', subject, reviewer.id), letter)
    })
}

function leadsWho(ctx: Context, kind: LeadKind): Recipient[] {
  return listRecipients(ctx, 'lead').filter(({ choice }) => wants(choice, kind))
}

function wantedBy(
  ctx: Context,
  reader: Recipient,
  occasion: string,
  letter: (occasion: string) => Wanted['letter'],
): Wanted {
  return { occasion, letter: letter(occasion), dueAt: () => allowedFrom(reader.choice, reader.timeZone, ctx.now) }
}
