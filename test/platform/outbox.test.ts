import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Context, inTransaction } from '../../src/context.ts'
import { isMailFailing } from '../../src/platform/db/letters.ts'
import { members } from '../../src/platform/db/tables.ts'
import { postLetter } from '../../src/platform/mail/outbox.ts'
import { LETTER, messageIds, openPosting, type Posting } from '../support/posting.ts'

let at: Posting
beforeEach(async () => {
  at = await openPosting()
})
afterEach(() => at.close())

describe('a letter is decided once', () => {
  it('with its occasion, whoever decides it again', () => {
    expect([at.post(), at.post({ subject: 'Another' })]).toEqual([true, false])
    expect(at.row().subject).toBe('Customer hour')
  })

  it('and not at all where the action it belongs to fails', () => {
    const fails = (ctx: Context) => {
      postLetter(ctx, LETTER)
      throw new Error('no')
    }
    expect(() => inTransaction(at.house.as(), fails)).toThrow('no')
    expect(at.row()).toBeUndefined()
  })
})

describe('a due letter', () => {
  it('is sent once, to one recipient whatever is in the name, with its own Message-ID', async () => {
    at.post()
    await at.send()
    await at.send()
    expect(at.server.received).toHaveLength(1)
    expect(at.server.received[0]?.to).toEqual(['maud@northwind.example'])
    expect(at.server.received[0]?.source).toContain(`Message-ID: <${at.row().id}@northwind.example>`)
    expect(at.row()).toMatchObject({ state: 'sent', sentOn: '2026-06-10', dueAt: null, trouble: '' })
  })

  it('leaves once, when two runs send at the same time', async () => {
    for (let i = 0; i < 20; i++) at.post({ occasion: `reminder ${i}` })
    await Promise.all([at.send(), at.send(), at.send()])
    expect(at.server.received).toHaveLength(20)
    expect(new Set(messageIds(at.server)).size).toBe(20)
  })

  it('waits for its moment', async () => {
    at.post({ dueAt: at.house.now.add({ hours: 2 }) })
    await at.send()
    expect(at.server.received).toEqual([])
    at.later(120)
    await at.send()
    expect(at.server.received).toHaveLength(1)
  })

  it('loses its words once it is sent, if they were secret', async () => {
    at.post({ secret: true })
    await at.send()
    expect(at.server.received[0]?.source).toContain('Something waits.')
    expect(at.row()).toMatchObject({ text: '', html: '', state: 'sent' })
  })

  it('cannot be made to carry another header or recipient', async () => {
    at.post({ toName: 'Maud\r\nBcc: eve@elsewhere.example', subject: 'Hello\r\nBcc: eve@elsewhere.example' })
    await at.send()
    expect(at.server.received[0]?.to).toEqual(['maud@northwind.example'])
    expect(at.server.received[0]?.source).not.toMatch(/^Bcc:/im)
  })
})

describe('right before it leaves', () => {
  it('a letter that is not true any more is put away, and never sent', async () => {
    at.post()
    await at.send({ standing: { is: 'stale', why: 'It is handed in.' } })
    expect(at.server.received).toEqual([])
    expect(at.row()).toMatchObject({ state: 'discarded', trouble: 'It is handed in.', dueAt: null })
    expect(isMailFailing(at.house.as())).toBe(false)
  })

  it('putting many away lets others in between', async () => {
    for (let i = 0; i < 50; i++) at.post({ occasion: `reminder ${i}` })
    let [turns, isSending] = [0, true]
    const taken = () => {
      turns += 1
      if (isSending) setImmediate(taken)
    }
    setImmediate(taken)
    await at.send({ standing: { is: 'stale', why: 'It is handed in.' } })
    isSending = false
    expect(turns).toBeGreaterThan(5)
  })

  it('a letter that comes at a bad hour waits, and that was no try', async () => {
    at.post()
    const until = at.house.now.add({ hours: 8 })
    await at.send({ standing: { is: 'early', until } })
    expect(at.row()).toMatchObject({ state: 'waiting', attempts: 0, dueAt: until.epochMilliseconds })
  })

  it('it is addressed to where the member is now; a secret one stays with the address it was written for', async () => {
    at.post()
    at.post({ occasion: 'secret', secret: true })
    at.house.db.update(members).set({ email: 'new@northwind.example' }).where(eq(members.id, 'maud')).run()
    await at.send()
    expect(at.server.received.map(({ to }) => to[0])).toEqual(['maud@northwind.example', 'new@northwind.example'])
  })
})

describe('whoever waits at a form', () => {
  it('gets their letter before two hundred others', async () => {
    for (let i = 0; i < 200; i++) at.post({ occasion: `reminder ${i}` })
    at.later(1)
    at.post({ occasion: 'sign-in', secret: true, text: 'Your code' })
    await at.send()
    expect(at.server.received[0]?.source).toContain('Your code')
    expect(at.server.received).toHaveLength(201)
  })
})

describe('a letter that ran out', () => {
  it('is not sent any more, and loses its words', async () => {
    at.post({ secret: true, expiresAt: at.house.now.add({ minutes: 10 }) })
    at.later(10)
    await at.send()
    expect(at.server.received).toEqual([])
    expect(at.row()).toMatchObject({ state: 'given_up', text: '', expiresAt: null, dueAt: null })
  })
})

describe('without a mail server', () => {
  it('letters are kept to be read, but never the secret ones', async () => {
    at.post()
    at.post({ occasion: 'secret', secret: true })
    await at.send({ without: true })
    expect(at.row()).toMatchObject({ state: 'kept', text: 'Something waits.', dueAt: null })
    expect(at.row('secret')).toMatchObject({ state: 'given_up', text: '', html: '' })
  })
})
