import { eq } from 'drizzle-orm'
import type { LetterRow } from '../../src/platform/db/letters.ts'
import { letters } from '../../src/platform/db/tables.ts'
import { newBreaker } from '../../src/platform/mail/breaker.ts'
import { type Letter, postLetter, type Standing, sendDueLetters } from '../../src/platform/mail/outbox.ts'
import { openPostman } from '../../src/platform/mail/smtp.ts'
import { type House, openHouse } from './house.ts'
import { type MailServer, openMailServer } from './mail_server.ts'

export const LETTER: Letter = {
  occasion: 'digest 2026-06',
  memberId: 'maud',
  kind: 'digest',
  toName: 'Bergström, Maud',
  toAddress: 'maud@northwind.example',
  subject: 'Customer hour',
  text: 'Something waits.',
  html: '<p>Something waits.</p>',
}

export interface Round {
  stopping?: AbortSignal
  standing?: Standing
  /** There is no mail server. */
  without?: boolean
}

/** A house with a mail server beside it, and a postman who is not patient. */
export interface Posting {
  house: House
  server: MailServer
  post: (letter?: Partial<Letter>) => boolean
  send: (round?: Round) => Promise<void>
  row: (occasion?: string) => LetterRow
  later: (minutes: number) => void
  close: () => Promise<void>
}

export async function openPosting(): Promise<Posting> {
  const [house, server] = [await openHouse(), await openMailServer()]
  const patience = { connect: 500, silence: 500, whole: 800 }
  const postman = openPostman(server.url, 'Plainclothes <hello@northwind.example>', patience)
  const chance = () => 0
  const breaker = newBreaker(chance)
  const context = () => house.as()

  return {
    ...{ house, server },
    post: (letter = {}) => postLetter(house.as(), { ...LETTER, ...letter }),
    send: ({ stopping = new AbortController().signal, standing, without } = {}) =>
      sendDueLetters({
        ...{ context, breaker, chance, stopping },
        postman: without ? undefined : postman,
        ...(standing && { standingOf: () => standing }),
      }),
    row: (occasion = LETTER.occasion) =>
      house.db.select().from(letters).where(eq(letters.occasion, occasion)).get() as LetterRow,
    later: (minutes) => {
      house.now = house.now.add({ minutes })
    },
    close: async () => {
      postman.close()
      await server.close()
    },
  }
}

/** The Message-ID of each letter that arrived, in the order they did. */
export function messageIds(server: MailServer): (string | undefined)[] {
  return server.received.map(({ source }) => /Message-ID: (.*)/.exec(source)?.[1])
}
