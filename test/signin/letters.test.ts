import { beforeEach, describe, expect, it } from 'vitest'
import { retireMember } from '../../src/features/members/actions.ts'
import { letters, sessions, signInRequests } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { statementsRun } from '../support/statements_run.ts'
import { openVisitor, type Visitor } from '../support/visitor.ts'
import { ask, isSignedIn, newestLetter, wrongCode } from './asking.ts'

let house: House
let nora: Visitor
beforeEach(async () => {
  house = await openHouse({ settings: { SMTP_URL: 'smtp://127.0.0.1:1' } })
  nora = openVisitor(house)
})

const newest = () => newestLetter(house)

describe('asking for a letter', () => {
  it('writes one with a code and a link to the address that is kept, whatever was typed', async () => {
    const answer = await ask(nora, 'NORA@Northwind.Example')
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in/code?next=%2Fyou'])
    expect(newest()).toMatchObject({ toAddress: 'nora@northwind.example', secret: true, memberId: 'nora' })
    expect(newest().code).toMatch(/^\d{3} \d{3}$/)
    expect((await nora.get('/sign-in/code')).body).toContain(
      'If none comes after a few minutes, ask one of your admins',
    )
  })

  it('gives nothing away on a locked screen or to whoever reads the database', async () => {
    await ask(nora)
    const code = newest().code.replace(' ', '')
    expect(newest().subject).toBe('Customer hour: signing in')
    const kept = JSON.stringify(house.db.select().from(signInRequests).all())
    expect(kept).not.toContain(code)
    expect(kept).not.toContain(newest().link.split('/').at(-1))
    expect(kept).not.toContain([...nora.cookies.values()][0])
  })

  it('keeps what was typed beside the complaint', async () => {
    const answer = await ask(nora, 'not an address')
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('value="not an address"')
  })

  it('slows down whoever asks again and again for one address, known or not', async () => {
    for (const email of ['nora@northwind.example', 'nobody@northwind.example']) {
      const statuses = []
      for (let i = 0; i < 6; i++) statuses.push((await ask(openVisitor(house), email)).statusCode)
      expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
    }
    house.now = house.now.add({ minutes: 10 })
    expect((await ask(nora)).statusCode).toBe(303)
  })

  it('sends links without codes to an address that had ten letters in a day: six digits are not guessed for ever', async () => {
    for (let i = 0; i < 10; i++) {
      await ask(openVisitor(house))
      house.now = house.now.add({ minutes: 10 })
    }
    await ask(nora)
    expect(newest().code).toBe('')
    await nora.post(newest().link)
    expect(await isSignedIn(nora)).toBe(true)
  })
})

describe('an address that is nobody’s, or of somebody who left,', () => {
  const strangers = ['nobody@northwind.example', 'viktor@northwind.example']
  beforeEach(() => retireMember(house.as('alva'), 'viktor'))

  const without = (body: string, email: string) => body.replaceAll(email, 'ADDRESS')

  it.each(strangers)('is answered exactly like a member’s: %s', async (stranger) => {
    const [known, unknown] = [await ask(nora), await ask(openVisitor(house), stranger)]
    expect(unknown.statusCode).toBe(known.statusCode)
    expect(without(unknown.body, stranger)).toBe(without(known.body, 'nora@northwind.example'))
    expect(Object.keys(unknown.headers).toSorted()).toEqual(Object.keys(known.headers).toSorted())
    expect(unknown.headers.location).toBe(known.headers.location)
    expect(unknown.cookies.map(({ name }) => name)).toEqual(known.cookies.map(({ name }) => name))
  })

  it.each(strangers)('takes the same steps in the database: %s', async (stranger) => {
    const steps = (email: string) => statementsRun(house.db.$client, () => ask(openVisitor(house), email))
    const taken = await steps(stranger)
    expect(taken.filter((words) => /^insert into "(?:letters|sign_in_requests)"/.test(words))).toHaveLength(2)
    expect(taken).toEqual(await steps('nora@northwind.example'))
  })

  it.each(strangers)('gets no letter, and no code signs in: %s', async (stranger) => {
    const eve = openVisitor(house)
    await ask(eve, stranger)
    expect(house.db.select().from(letters).all()).toEqual([])
    const [known, unknown] = [await typeWrong(nora, 'nora@northwind.example'), await typeWrong(eve, stranger)]
    expect(unknown).toEqual(known)
  })

  const typeWrong = async (visitor: Visitor, email: string) => {
    await ask(visitor, email)
    const answers = []
    for (let i = 0; i < 6; i++) {
      const { statusCode, body } = await visitor.post('/sign-in/code', { code: wrongCode(house) })
      answers.push([statusCode, body])
    }

    return answers
  }
})

describe('without a mail server', () => {
  it('the page says whom to ask, and writes no letter', async () => {
    const bare = await openHouse()
    const visitor = openVisitor(bare)
    const page = await visitor.get('/sign-in')
    expect(page.body).toContain('Ask one of your admins for a one-time link')
    expect(page.body).not.toContain('name="email"')
    for (const email of ['nora@northwind.example', 'nobody@northwind.example']) {
      const answer = await visitor.post('/sign-in', { email })
      expect(answer.statusCode).toBe(503)
    }
    expect(bare.db.select().from(letters).all()).toEqual([])
  })
})

describe('no clock time of a sign-in', () => {
  it('is kept once it is over', async () => {
    await ask(nora)
    await nora.post('/sign-in/code', { code: newest().code })
    const kept = JSON.stringify([house.db.select().from(sessions).all(), house.db.select().from(signInRequests).all()])
    expect(kept).not.toContain(String(house.now.epochMilliseconds).slice(0, 8))
    expect(kept).not.toMatch(/\d\d:\d\d/)
  })
})
