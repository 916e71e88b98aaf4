import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isMailFailing } from '../../src/platform/db/letters.ts'
import { letters } from '../../src/platform/db/tables.ts'
import { LEASE_MINUTES } from '../../src/platform/mail/outbox.ts'
import { openMailServer } from '../support/mail_server.ts'
import { messageIds, openPosting, type Posting } from '../support/posting.ts'

let at: Posting
beforeEach(async () => {
  at = await openPosting()
})
afterEach(() => at.close())

describe('while the mail server does not work', () => {
  it.each([
    ['is away', 'connect', 'silence'],
    ['turns everybody down', 'connect', '421 not now'],
    ['hangs in the middle', 'DATA', 'silence'],
    ['hangs before it takes the letter', '.', 'silence'],
  ])('and %s, one try a round is made and the rest waits unharmed', async (_how, when, answer) => {
    for (let i = 0; i < 5; i++) at.post({ occasion: `reminder ${i}` })
    at.server.mood = (line) => (line === when ? answer : undefined)
    await at.send()
    const attempts = at.house.db
      .select()
      .from(letters)
      .all()
      .map((letter) => letter.attempts)
    expect(attempts.toSorted()).toEqual([0, 0, 0, 0, 1])
    expect(isMailFailing(at.house.as())).toBe(true)
    at.server.mood = () => undefined
    at.later(2)
    await at.send()
    expect(new Set(messageIds(at.server)).size).toBe(5)
    expect(isMailFailing(at.house.as())).toBe(false)
  })

  it('a server down for hours loses nothing, and says in words what is wrong', async () => {
    await at.server.close()
    at.post()
    for (let hour = 0; hour < 12; hour++) {
      await at.send()
      expect(at.row().state).toBe('waiting')
      expect(at.row().trouble).toMatch(/^The mail server could not be reached/)
      at.later(60)
    }
  })

  it('a letter the server will not take is given up at once, and the others leave', async () => {
    at.post({ toAddress: 'nobody@northwind.example', secret: true })
    at.post({ occasion: 'another' })
    at.server.mood = (line) => (line.includes('nobody@') ? '550 5.1.1 no such user' : undefined)
    await at.send()
    expect(at.row()).toMatchObject({ state: 'given_up', text: '', html: '', dueAt: null })
    expect(at.row().trouble).toContain('550 5.1.1 no such user')
    expect(at.row('another').state).toBe('sent')
  })

  it('a letter the server asks to bring later is brought later', async () => {
    at.post()
    at.server.mood = (line) => (line.startsWith('RCPT') ? '451 greylisted' : undefined)
    await at.send()
    expect(at.row()).toMatchObject({ state: 'waiting', attempts: 1 })
    at.server.mood = () => undefined
    at.later(1)
    await at.send()
    expect(at.row()).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('a server away for a month loses nothing, is asked a few times an hour, and finds every letter when it is back', async () => {
    const url = new URL(at.server.url)
    await at.server.close()
    for (let i = 0; i < 20; i++) at.post({ occasion: `reminder ${i}` })
    await at.send()
    at.later(31 * 24 * 60)
    at.server = await openMailServer(Number(url.port))
    at.server.mood = (line) => (line === 'connect' ? '421 not now' : undefined)
    for (let minute = 0; minute < 120; minute++) {
      await at.send()
      at.later(1)
    }
    expect(at.server.connections).toBeLessThan(15)
    at.server.mood = () => undefined
    at.later(15)
    await at.send()
    expect(at.server.received).toHaveLength(20)
  })

  it('what waits says why', async () => {
    at.post()
    at.post({ occasion: 'another' })
    at.server.mood = (line) => (line === 'connect' ? '421 not now' : undefined)
    await at.send()
    at.later(1)
    await at.send()
    expect(at.row('another')).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(at.row('another').trouble).toContain('421 not now')
  })

  it.each([
    ['the sender', 'MAIL FROM', '550 5.7.1 you may not send'],
    ['the service in the middle', 'RCPT', '421 4.7.0 too many'],
  ])('a server that refuses %s costs no letter', async (_what, when, answer) => {
    at.post()
    at.post({ occasion: 'another' })
    at.server.mood = (line) => (line.startsWith(when) ? answer : undefined)
    await at.send()
    expect([at.row().state, at.row('another').attempts]).toEqual(['waiting', 0])
  })

  it('a letter the server chokes on does not keep the others back', async () => {
    at.post()
    for (let i = 0; i < 5; i++)
      at.post({ occasion: `reminder ${i}`, toAddress: 'other@northwind.example', memberId: null })
    at.server.mood = (line) => (line === 'RCPT TO:<maud@northwind.example>' ? 'silence' : undefined)
    for (let minute = 0; minute < 3; minute++) {
      await at.send()
      at.later(1)
    }
    expect(at.server.received).toHaveLength(5)
    expect(at.row().state).toBe('waiting')
  })

  it('a letter is given up in the end', async () => {
    at.server.mood = (line) => (line.startsWith('RCPT') ? '451 not you' : undefined)
    at.post({ secret: true })
    for (let attempt = 0; attempt < 30; attempt++) {
      await at.send()
      at.later(120)
    }
    expect(at.row()).toMatchObject({ state: 'given_up', attempts: 30, text: '', dueAt: null })
  })
})

describe('a process that dies while it sends', () => {
  it('leaves a letter that is sent again after the lease, with the same Message-ID', async () => {
    at.post()
    const dying = new AbortController()
    at.server.mood = (line) => (line === '.' ? 'silence' : undefined)
    const sending = at.send({ stopping: dying.signal })
    dying.abort()
    await sending
    expect(at.row().state).toBe('waiting')
    at.server.mood = () => undefined
    await at.send()
    expect(at.server.received).toHaveLength(1)
    at.later(LEASE_MINUTES)
    await at.send()
    expect(at.server.received).toHaveLength(2)
    expect(at.row().state).toBe('sent')
    const ids = messageIds(at.server)
    expect(ids[0]).toBe(ids[1])
  })
})

describe('a clock that jumps', () => {
  it('a year ahead and back again strands no letter', async () => {
    at.house.now = Temporal.Instant.from('2027-06-10T09:00:00Z')
    at.post()
    at.server.mood = (line) => (line === 'connect' ? '421 not now' : undefined)
    await at.send()
    at.house.now = Temporal.Instant.from('2026-06-10T09:00:00Z')
    at.server.mood = () => undefined
    await at.send()
    expect(at.row().state).toBe('sent')
  })
})

describe('a server that trickles', () => {
  it('is left after a while, and its connection is closed', async () => {
    at.post()
    at.server.mood = (line) => (line === '.' ? 'trickle' : undefined)
    await at.send()
    expect(at.row()).toMatchObject({ state: 'waiting', trouble: 'The mail server did not answer in time.' })
    await expect.poll(() => at.server.open).toBe(0)
  })
})
