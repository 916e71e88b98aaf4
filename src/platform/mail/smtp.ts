import nodemailer from 'nodemailer'

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

/** Milliseconds. The last one bounds a whole delivery, so that a server that hangs in the middle holds nothing up. */
export interface Patience {
  connect: number
  silence: number
  whole: number
}

const PATIENCE: Patience = { connect: 10_000, silence: 20_000, whole: 60_000 }

/** A pooled connection to the server of SMTP_URL. */
export function openPostman(url: string, from: string, patience: Patience = PATIENCE): Postman {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    socketTimeout: patience.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const deliver = async (letter: Envelope) => {
    try {
      await within(patience.whole, transport.sendMail(messageOf(letter, from)))
    } catch (error) {
      throw undelivered(error as MailError)
    }
  }

  return { deliver, close: () => transport.close() }
}

/** The Message-ID is the letter's own, so a mail program that gets it twice shows it once. */
function messageOf(letter: Envelope, from: string) {
  return {
    from,
    /** An object, never a string: a comma in a name would make two recipients (STACK.md). */
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

type MailError = Error & { code?: string; responseCode?: number; response?: string }

/** RFC 5321 §4.2.1: replies that begin with 5 are permanent, with 4 transient. A refused login or sender is nobody's letter's fault. */
function undelivered(error: MailError): Undelivered {
  const answer = error.response ? ` (${error.response.replace(/\s+/g, ' ').slice(0, 200)})` : ''
  if (error.code === 'EAUTH')
    return new Undelivered('unreachable', `The mail server refused our name and password${answer}.`)
  if (error.code === 'EENVELOPE' || error.code === 'EMESSAGE')
    return (error.responseCode ?? 500) >= 500
      ? new Undelivered('refused', `The mail server will not take this letter${answer || ` (${error.message})`}.`)
      : new Undelivered('later', `The mail server asked to try again later${answer}.`)
  if (error.code === 'ETIMEDOUT') return new Undelivered('unreachable', 'The mail server did not answer in time.')

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
