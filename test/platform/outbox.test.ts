import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Context, inTransaction } from '../../src/context.ts'
import { isMailFailing, type LetterRow } from '../../src/platform/db/letters.ts'
import { letters } from '../../src/platform/db/tables.ts'
import { backOff, LEASE_MINUTES, type Letter, postLetter, sendDueLetters } from '../../src/platform/mail/outbox.ts'
import { openPostman, type Postman } from '../../src/platform/mail/smtp.ts'
import { type House, openHouse } from '../support/house.ts'
import { type MailServer, openMailServer } from '../support/mail_server.ts'

let house: House
let server: MailServer
let postman: Postman
beforeEach(async () => {
  house = await openHouse()
  server = await openMailServer()
  postman = openPostman(server.url, 'Plainclothes <hello@northwind.example>', {
    connect: 500,
    silence: 500,
    whole: 800,
  })
})
afterEach(async () => {
  postman.close()
  await server.close()
})

const LETTER: Letter = {
  occasion: 'digest 2026-06',
  memberId: 'maud',
  kind: 'digest',
  toName: 'Bergström, Maud',
  toAddress: 'maud@northwind.example',
  subject: 'Customer hour',
  text: 'Something waits.',
  html: '<p>Something waits.</p>',
}

const post = (letter: Partial<Letter> = {}) => postLetter(house.as(), { ...LETTER, ...letter })
const send = (with_: Postman | undefined = postman, stopping = new AbortController().signal) =>
  sendDueLetters({ context: () => house.as(), postman: with_, stopping })
const row = (occasion = LETTER.occasion) =>
  house.db.select().from(letters).where(eq(letters.occasion, occasion)).get() as LetterRow
const later = (minutes: number) => {
  house.now = house.now.add({ minutes })
}

describe('a letter is decided once', () => {
  it('with its occasion, whoever decides it again', () => {
    expect([post(), post({ subject: 'Another' })]).toEqual([true, false])
    expect(row().subject).toBe('Customer hour')
  })

  it('and not at all where the action it belongs to fails', () => {
    const fails = (ctx: Context) => {
      postLetter(ctx, LETTER)
      throw new Error('no')
    }
    expect(() => inTransaction(house.as(), fails)).toThrow('no')
    expect(row()).toBeUndefined()
  })
})

describe('a due letter', () => {
  it('is sent once, to one recipient whatever is in the name, with its own Message-ID', async () => {
    post()
    await send()
    await send()
    expect(server.received).toHaveLength(1)
    expect(server.received[0]?.to).toEqual(['maud@northwind.example'])
    expect(server.received[0]?.source).toContain(`Message-ID: <${row().id}@northwind.example>`)
    expect(row()).toMatchObject({ state: 'sent', sentOn: '2026-06-10', dueAt: null, trouble: '' })
  })

  it('leaves once, when two runs send at the same time', async () => {
    for (let i = 0; i < 20; i++) post({ occasion: `reminder ${i}` })
    await Promise.all([send(), send(), send()])
    expect(server.received).toHaveLength(20)
    expect(new Set(server.received.map(({ source }) => /Message-ID: (.*)/.exec(source)?.[1])).size).toBe(20)
  })

  it('waits for its moment', async () => {
    post({ dueAt: house.now.add({ hours: 2 }) })
    await send()
    expect(server.received).toEqual([])
    later(120)
    await send()
    expect(server.received).toHaveLength(1)
  })

  it('loses its words once it is sent, if they were secret', async () => {
    post({ secret: true })
    await send()
    expect(server.received[0]?.source).toContain('Something waits.')
    expect(row()).toMatchObject({ text: '', html: '', state: 'sent' })
  })

  it('cannot be made to carry another header or recipient', async () => {
    post({ toName: 'Maud\r\nBcc: eve@elsewhere.example', subject: 'Hello\r\nBcc: eve@elsewhere.example' })
    await send()
    expect(server.received[0]?.to).toEqual(['maud@northwind.example'])
    expect(server.received[0]?.source).not.toMatch(/^Bcc:/im)
  })
})

describe('while the mail server does not work', () => {
  it.each([
    ['is away', 'connect', 'silence'],
    ['turns everybody down', 'connect', '421 not now'],
    ['hangs in the middle', 'DATA', 'silence'],
    ['hangs before it takes the letter', '.', 'silence'],
  ])('and %s, one try a round is made and the rest waits unharmed', async (_how, at, answer) => {
    for (let i = 0; i < 5; i++) post({ occasion: `reminder ${i}` })
    server.mood = (line) => (line === at ? answer : undefined)
    await send()
    const attempts = house.db
      .select()
      .from(letters)
      .all()
      .map((letter) => letter.attempts)
    expect(attempts.toSorted()).toEqual([0, 0, 0, 0, 1])
    expect(isMailFailing(house.as())).toBe(true)
    server.mood = () => undefined
    later(2)
    await send()
    expect(new Set(server.received.map(({ source }) => /Message-ID: (.*)/.exec(source)?.[1])).size).toBe(5)
    expect(isMailFailing(house.as())).toBe(false)
  })

  it('a server down for hours loses nothing, and says in words what is wrong', async () => {
    await server.close()
    post()
    for (let hour = 0; hour < 12; hour++) {
      await send()
      expect(row().state).toBe('waiting')
      expect(row().trouble).toMatch(/^The mail server could not be reached/)
      later(60)
    }
  })

  it('a letter the server will not take is given up at once, and the others leave', async () => {
    post({ toAddress: 'nobody@northwind.example', secret: true })
    post({ occasion: 'another' })
    server.mood = (line) => (line.includes('nobody@') ? '550 5.1.1 no such user' : undefined)
    await send()
    expect(row()).toMatchObject({ state: 'given_up', text: '', html: '', dueAt: null })
    expect(row().trouble).toContain('550 5.1.1 no such user')
    expect(row('another').state).toBe('sent')
  })

  it('a letter the server asks to bring later is brought later', async () => {
    post()
    server.mood = (line) => (line.startsWith('RCPT') ? '451 greylisted' : undefined)
    await send()
    expect(row()).toMatchObject({ state: 'waiting', attempts: 1 })
    server.mood = () => undefined
    later(1)
    await send()
    expect(row()).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('a letter is given up in the end', async () => {
    await server.close()
    post({ secret: true })
    for (let attempt = 0; attempt < 30; attempt++) {
      await send()
      later(120)
    }
    expect(row()).toMatchObject({ state: 'given_up', attempts: 30, text: '', dueAt: null })
  })
})

describe('a letter that ran out', () => {
  it('is not sent any more, and loses its words', async () => {
    post({ secret: true, expiresAt: house.now.add({ minutes: 10 }) })
    later(10)
    await send()
    expect(server.received).toEqual([])
    expect(row()).toMatchObject({ state: 'given_up', text: '', expiresAt: null, dueAt: null })
  })
})

describe('a process that dies while it sends', () => {
  it('leaves a letter that is sent again after the lease, with the same Message-ID', async () => {
    post()
    const dying = new AbortController()
    server.mood = (line) => (line === '.' ? 'silence' : undefined)
    const sending = send(postman, dying.signal)
    dying.abort()
    await sending
    expect(row().state).toBe('waiting')
    server.mood = () => undefined
    await send()
    expect(server.received).toHaveLength(1)
    later(LEASE_MINUTES)
    await send()
    expect(server.received).toHaveLength(2)
    expect(row().state).toBe('sent')
    const ids = server.received.map(({ source }) => /Message-ID: (.*)/.exec(source)?.[1])
    expect(ids[0]).toBe(ids[1])
  })
})

describe('without a mail server', () => {
  it('letters are kept to be read, but never the secret ones', async () => {
    post()
    post({ occasion: 'secret', secret: true })
    await sendDueLetters({
      context: () => house.as(),
      postman: undefined,
      stopping: new AbortController().signal,
    })
    expect(row()).toMatchObject({ state: 'kept', text: 'Something waits.', dueAt: null })
    expect(row('secret')).toMatchObject({ state: 'given_up', text: '', html: '' })
  })
})

describe('the back-off', () => {
  it('doubles from a minute and never waits more than two hours', () => {
    expect([1, 2, 3, 4, 8, 30].map(backOff)).toEqual([1, 2, 4, 8, 120, 120])
    fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), (n) => backOff(n) <= backOff(n + 1) && backOff(n) <= 120))
  })
})
