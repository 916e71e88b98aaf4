import type { Context } from '../../context.ts'
import {
  claimDueLetter,
  giveUpExpired,
  insertLetter,
  keepDue,
  type LetterRow,
  markGivenUp,
  markSent,
  tryLetterLater,
} from '../db/letters.ts'
import { type Postman, Undelivered } from './smtp.ts'

export interface Letter {
  /** What it is about, once and for ever: a second letter with the same occasion is not written. */
  occasion: string
  memberId: string | null
  kind: string
  toName: string
  toAddress: string
  subject: string
  text: string
  html: string
  /** Nobody but the recipient may read it: it is never shown, and emptied once it is done. */
  secret?: boolean
  /** Not sent before. */
  dueAt?: Temporal.Instant
  /** Not sent after. */
  expiresAt?: Temporal.Instant
}

/** Longer than the slowest delivery (smtp.ts): a process that died while sending leaves a letter that is tried again then. */
export const LEASE_MINUTES = 5
/** With the back-off below, a server may be down for two days. */
export const MOST_ATTEMPTS = 30

/** Decides a letter in the caller's transaction; says whether it was written, false where its occasion was decided before. */
export function postLetter(ctx: Context, { dueAt = ctx.now, expiresAt, ...words }: Letter): boolean {
  return insertLetter(ctx, {
    id: ctx.newId(),
    ...words,
    state: 'waiting',
    dueAt: dueAt.epochMilliseconds,
    expiresAt: expiresAt?.epochMilliseconds ?? null,
    writtenOn: ctx.now.toZonedDateTimeISO('UTC').toPlainDate().toString(),
  })
}

/** Minutes until the next attempt: 1, 2, 4 … at most two hours. */
export function backOff(attempts: number): number {
  return Math.min(2 ** Math.max(0, attempts - 1), 120)
}

export interface Sending {
  /** A fresh one for each letter: sending takes time. */
  context: () => Context
  /** Missing where there is no mail server: letters are kept to be read on the outbox page. */
  postman: Postman | undefined
  stopping: AbortSignal
}

/**
 * Sends what is due, one letter after the other. While the server takes none, one try a round is enough: the rest waits
 * unharmed. A letter is claimed before it is sent and settled after, so it is sent at least once, whatever dies in between.
 */
export async function sendDueLetters({ context, postman, stopping }: Sending): Promise<void> {
  giveUpExpired(context())
  if (!postman) return keepDue(context())

  while (!stopping.aborted) {
    const now = context()
    const letter = claimDueLetter(now, now.now.add({ minutes: LEASE_MINUTES }))
    if (!letter) return
    const trouble = await deliver(postman, letter)
    if (trouble && stopping.aborted) return

    settle(context(), letter, trouble)
    if (trouble?.why === 'unreachable') return
  }
}

async function deliver(postman: Postman, letter: LetterRow): Promise<Undelivered | undefined> {
  try {
    await postman.deliver(letter)

    return undefined
  } catch (error) {
    if (error instanceof Undelivered) return error
    throw error
  }
}

function settle(ctx: Context, letter: LetterRow, trouble: Undelivered | undefined): void {
  if (!trouble) markSent(ctx, letter)
  else if (trouble.why === 'refused' || letter.attempts >= MOST_ATTEMPTS) markGivenUp(ctx, letter, trouble.message)
  else tryLetterLater(ctx, letter, ctx.now.add({ minutes: backOff(letter.attempts) }), trouble.message)
}
