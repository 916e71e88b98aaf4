import type nodemailer from 'nodemailer'
import { whenNeeded } from '../../lib/when_needed.ts'

export interface Envelope {
  id: string
  toName: string
  toAddress: string
  subject: string
  text: string
  html: string
}

/** Carries one letter to the mail server. Throws Undelivered, and nothing else. */
export interface Postman {
  deliver: (letter: Envelope) => Promise<void>
  /** Reaches the server and signs in, without a letter. Throws Undelivered where that fails. */
  check: () => Promise<void>
  close: () => void
}

/**
 * refused: this letter will never be taken. later: the server says so itself. unreachable: no letter gets through just now,
 * so the others need not try.
 */
export class Undelivered extends Error {
  readonly why: 'refused' | 'later' | 'unreachable'

  constructor(why: Undelivered['why'], sentence: string) {
    super(sentence)
    this.name = 'Undelivered'
    this.why = why
  }
}

/** Milliseconds. The last one bounds a whole delivery, so that neither a server that hangs nor one that trickles holds anything up. */
export interface Patience {
  connect: number
  silence: number
  whole: number
}

export const PATIENCE: Patience = { connect: 10_000, silence: 20_000, whole: 60_000 }

/** So many letters are carried side by side, each over a connection of its own. */
export const CARRIERS = 4

/** Pooled connections to the server of SMTP_URL; one that is not used for half a minute is closed. */
export function openPostman(url: string, from: string, patience: Patience = PATIENCE): Postman {
  const transport = whenNeeded<typeof nodemailer>('nodemailer').createTransport({
    url,
    pool: true,
    maxConnections: CARRIERS,
    idleTimeout: 30_000,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    socketTimeout: patience.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const deliver = (letter: Envelope) => {
    // The signal closes the connection too: a silence can be broken by a byte a minute for ever.
    const signal = AbortSignal.timeout(patience.whole)

    return told(within(patience.whole, transport.sendMail({ ...messageOf(letter, from), signal })))
  }

  return { deliver, check: () => told(within(patience.whole, transport.verify())), close: () => transport.close() }
}

async function told(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    throw undelivered(error as MailError)
  }
}

/** The Message-ID is the letter's own, so a mail program that gets it twice shows it once. */
function messageOf(letter: Envelope, from: string) {
  return {
    from,
    /** An object, never a string: a comma in a name would make two recipients. */
    to: { name: letter.toName, address: letter.toAddress },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: `<${letter.id}@${domainOf(from)}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  }
}

function domainOf(from: string): string {
  return /@([^\s<>@]+?)>?\s*$/.exec(from)?.[1] ?? 'localhost'
}

/** What nodemailer throws; its types say only that it is an error. */
type MailError = Error & { code?: string; command?: string; responseCode?: number; response?: string }

/**
 * RFC 5321 §4.2.1: replies that begin with 5 are permanent, with 4 transient; 421 ends the service for everybody (§3.8). A refused
 * login or sender is nobody's letter's fault: what was mistyped in a setting must not cost a single one.
 */
function undelivered(error: MailError): Undelivered {
  const answer = error.response ? ` (${error.response.replace(/\s+/g, ' ').slice(0, 200)})` : ''
  if (error.code === 'EAUTH')
    return new Undelivered('unreachable', `The mail server refused our name and password${answer}.`)
  if (error.command === 'MAIL FROM')
    return new Undelivered('unreachable', `The mail server takes nothing from MAIL_FROM just now${answer}.`)
  if ((error.code === 'EENVELOPE' || error.code === 'EMESSAGE') && error.responseCode !== 421)
    return (error.responseCode ?? 500) >= 500
      ? new Undelivered('refused', `The mail server will not take this letter${answer || ` (${error.message})`}.`)
      : new Undelivered('later', `The mail server asked to try again later${answer}.`)
  if (error.code === 'ETIMEDOUT' || error.code === 'EABORT')
    return new Undelivered('unreachable', 'The mail server did not answer in time.')

  return new Undelivered(
    'unreachable',
    `The mail server could not be reached${answer || ` (${error.code ?? error.message})`}.`,
  )
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('too long'), { code: 'ETIMEDOUT' })), milliseconds)
  })
  try {
    return await Promise.race([work, tooLong])
  } finally {
    clearTimeout(timer)
  }
}
