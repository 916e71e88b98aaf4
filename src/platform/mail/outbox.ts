import { scheduler } from 'node:timers/promises'
import type { Context } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import {
  claimDueLetter,
  discardStale,
  giveUpExpired,
  insertLetter,
  keepDue,
  type LetterRow,
  markGivenUp,
  markSent,
  noteTrouble,
  postpone,
  tryLetterLater,
  wakeStranded,
} from '../db/letters.ts'
import { type Breaker, jittered } from './breaker.ts'
import { CARRIERS, type Postman, Undelivered } from './smtp.ts'

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
/** With the back-off below, a letter that a server will not take is tried for two days. */
const MOST_ATTEMPTS = 30
/** Quiet hours and a weekend are the longest any letter is put off. */
const LONGEST_WAIT_DAYS = 7

/**
 * Decides a letter in the caller's transaction; says whether it was written, false where its occasion was decided before. Somebody
 * sits and waits for a secret one, so it goes before all others.
 */
export function postLetter(ctx: Context, { dueAt, expiresAt, secret = false, ...words }: Letter): boolean {
  const first = secret ? FIRST_OF_ALL : ctx.now

  return insertLetter(ctx, {
    id: ctx.newId(),
    ...words,
    secret,
    state: 'waiting',
    dueAt: (dueAt ?? first).epochMilliseconds,
    expiresAt: expiresAt?.epochMilliseconds ?? null,
    writtenOn: dayIn('UTC', ctx.now).toString(),
  })
}

const FIRST_OF_ALL = Temporal.Instant.fromEpochMilliseconds(0)

/** Seconds until the next attempt: 1, 2, 4 … at most 120 minutes, and by chance up to half as much again. */
export function backOff(attempts: number, chance: number): number {
  return jittered(Math.min(2 ** Math.max(0, attempts - 1), 120), chance)
}

/** What is true of a letter at the moment it would leave. */
export type Standing = { is: 'wanted' } | { is: 'stale'; why: string } | { is: 'early'; until: Temporal.Instant }

export interface Sending {
  /** A fresh one for each letter: sending takes time. */
  context: () => Context
  /** Missing where there is no mail server: letters are kept to be read on the outbox page. */
  postman: Postman | undefined
  /** Remembers from one round to the next whether the server is there. */
  breaker: Breaker
  /** A share from 0 to 1, by chance. */
  chance: () => number
  /** Looks once more, right before it leaves, whether anybody still wants it. */
  standingOf?: (ctx: Context, letter: LetterRow) => Standing
  stopping: AbortSignal
}

/**
 * Sends what is due. A letter is claimed before it is sent and settled after, so it is sent at least once, whatever dies in between.
 * The first goes alone; once it has arrived the others follow side by side. While the server takes none, the rest waits unharmed.
 */
export async function sendDueLetters(sending: Sending): Promise<void> {
  const { context, postman, breaker, stopping } = sending
  wakeStranded(context(), LONGEST_WAIT_DAYS)
  giveUpExpired(context())
  if (!postman) return keepDue(context())
  const state = breaker.stateAt(context().now)
  if (state === 'open' || (state === 'half_open' && !(await answers(postman, sending)))) return

  if (!(await carryNext(postman, sending))) return
  const carriers = Array.from({ length: CARRIERS }, async () => {
    while (!stopping.aborted && (await carryNext(postman, sending)));
  })
  await Promise.all(carriers)
}

/** After a failure no letter is risked before the server is there again; what is due says why it waits. */
async function answers(postman: Postman, { context, breaker }: Sending): Promise<boolean> {
  const trouble = await troubleOf(postman.check())
  if (!trouble) return true
  breaker.failed(context().now)
  noteTrouble(context(), trouble.message)

  return false
}

/** Takes the next due letter as far as it gets; says whether to go on. */
async function carryNext(postman: Postman, sending: Sending): Promise<boolean> {
  const ctx = sending.context()
  const letter = claimDueLetter(ctx, ctx.now.add({ minutes: LEASE_MINUTES }))
  if (!letter) return false
  const standing = sending.standingOf?.(ctx, letter) ?? { is: 'wanted' }
  if (standing.is === 'stale') discardStale(ctx, letter, standing.why)
  if (standing.is === 'early') postpone(ctx, letter, standing.until)
  if (standing.is !== 'wanted') return letOthersIn()

  const trouble = await troubleOf(postman.deliver(letter))
  // Stopped in the middle: nobody knows whether it arrived. The lease runs out, and it goes again under the same Message-ID.
  if (trouble && sending.stopping.aborted) return false

  return settle(letter, trouble, sending)
}

/** Putting letters away waits for nothing, so thousands of them in a row would keep every request waiting. */
async function letOthersIn(): Promise<true> {
  await scheduler.yield()

  return true
}

async function troubleOf(work: Promise<void>): Promise<Undelivered | undefined> {
  try {
    await work

    return undefined
  } catch (error) {
    if (error instanceof Undelivered) return error
    throw error
  }
}

function settle(letter: LetterRow, trouble: Undelivered | undefined, { context, breaker, chance }: Sending): boolean {
  const ctx = context()
  if (trouble?.why === 'unreachable') breaker.failed(ctx.now)
  else breaker.worked()
  if (!trouble) markSent(ctx, letter)
  else if (trouble.why === 'refused' || letter.attempts >= MOST_ATTEMPTS) markGivenUp(ctx, letter, trouble.message)
  else tryLetterLater(ctx, letter, ctx.now.add({ seconds: backOff(letter.attempts, chance()) }), trouble.message)

  return breaker.stateAt(ctx.now) === 'closed'
}
