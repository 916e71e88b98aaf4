import type { Context } from '../../context.ts'
import { type ClockJump, jumpInWords } from '../../lib/clock_watch.ts'
import { counted, dayInWords } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation } from '../members/store.ts'
import { countByState, getKeptLetter, type ListedLetter, listLetters } from './outbox_store.ts'

const A_PAGE = 100

export interface OutboxAsked {
  /** Whether there is a mail server. */
  letters: boolean
  page: number
  /** Why nothing leaves at present, if the clock is to blame. */
  clockJump: ClockJump | null
}

/** What leaves by letter, and what does not get out. The words of a sign-in letter are for its reader only. */
export function outboxPage(ctx: Context, { letters: sends, page, clockJump }: OutboxAsked): View {
  const { locale } = getOrganisation(ctx)
  const found = listLetters(ctx, { from: (page - 1) * A_PAGE, most: A_PAGE + 1 })

  return {
    ...{ template: 'audit/outbox', title: 'Outbox', at: '/outbox', width: 'narrow' },
    heading: headingOf(countByState(ctx), sends),
    sends,
    clock: clockJump && jumpInWords(clockJump),
    letters: found.slice(0, A_PAGE).map((letter) => ({
      id: letter.id,
      subject: letter.subject,
      to: letter.toName,
      state: stateInWords(letter, locale, ctx.now),
      trouble: letter.trouble,
      mayRead: letter.state === 'kept' && !letter.secret,
      mayRetry: letter.state === 'given_up' && !letter.secret,
      mayDiscard: letter.state === 'given_up',
    })),
    newer: page > 1 && `/outbox?page=${page - 1}`,
    older: found.length > A_PAGE && `/outbox?page=${page + 1}`,
  }
}

export function letterPage(ctx: Context, id: string): View {
  const letter = getKeptLetter(ctx, id)
  const { locale } = getOrganisation(ctx)
  const written = dayInWords(letter.writtenOn, locale)

  return { template: 'audit/letter', title: letter.subject, at: '/outbox', width: 'narrow', letter, written }
}

function headingOf(counts: ReturnType<typeof countByState>, sends: boolean): string {
  const { given_up = 0, waiting = 0, kept = 0 } = counts
  if (given_up > 0) return `${counted(given_up, 'letter')} could not be delivered.`
  if (!sends && kept === 0 && waiting > 0) return `${counted(waiting, 'letter')} about to be kept here.`
  if (!sends) return kept > 0 ? `${counted(kept, 'letter')} kept here to be read.` : 'No letter is kept here yet.'

  return waiting > 0 ? `${counted(waiting, 'letter')} still to be sent.` : 'Every letter has left.'
}

function stateInWords(letter: ListedLetter, locale: string, now: Temporal.Instant): string {
  const on = (day: string | null) => (day ? dayInWords(day, locale) : '')
  const written = `written ${on(letter.writtenOn)}`
  const isEarly = letter.attempts === 0 && (letter.dueAt ?? 0) > now.epochMilliseconds
  const times = letter.attempts === 1 ? 'once' : counted(letter.attempts, 'time')
  const tried = letter.attempts > 0 ? `, tried ${times}` : ''

  return {
    waiting: isEarly ? `Waits for its reader’s hours, ${written}.` : `Waits to be sent, ${written}${tried}.`,
    sent: `Sent ${on(letter.sentOn)}.`,
    given_up: `Given up, ${written}${tried}.`,
    kept: `Kept, ${written}.`,
    discarded: `Discarded, ${written}.`,
  }[letter.state]
}
