import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { retireMember } from '../../src/features/members/actions.ts'
import { forgetRunOut } from '../../src/features/signin/actions.ts'
import { members, sessions, signInRequests } from '../../src/platform/db/tables.ts'
import { CAST, type CastName, type House, openHouse } from '../support/house.ts'
import { openVisitor, type Visitor } from '../support/visitor.ts'
import { ask, isSignedIn, newestLetter, wrongCode } from './asking.ts'

let house: House
let nora: Visitor
beforeEach(async () => {
  house = await openHouse({ settings: { SMTP_URL: 'smtp://127.0.0.1:1' } })
  nora = openVisitor(house)
})

const newest = () => newestLetter(house)

describe('the code', () => {
  it('signs in, once', async () => {
    await ask(nora)
    const { code } = newest()
    const answer = await nora.post('/sign-in/code', { code, next: '/you' })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/you'])
    expect(await isSignedIn(nora)).toBe(true)
    nora.cookies.delete('plainclothes')
    expect((await nora.post('/sign-in/code', { code })).statusCode).toBe(410)
  })

  it('is worth nothing in another browser', async () => {
    await ask(nora)
    const eve = openVisitor(house)
    expect((await eve.post('/sign-in/code', { code: newest().code })).statusCode).toBe(410)
    expect(await isSignedIn(eve)).toBe(false)
  })

  it('is worth nothing after ten minutes', async () => {
    await ask(nora)
    house.now = house.now.add({ minutes: 10 })
    expect((await nora.post('/sign-in/code', { code: newest().code })).statusCode).toBe(410)
  })

  it('that cannot be one is not counted as a try', async () => {
    await ask(nora)
    for (let i = 0; i < 8; i++) expect((await nora.post('/sign-in/code', { code: '12345' })).statusCode).toBe(422)
    expect((await nora.post('/sign-in/code', { code: newest().code })).statusCode).toBe(303)
  })

  it('may be mistyped four times; after the fifth only the link is left', async () => {
    await ask(nora)
    for (let i = 0; i < 5; i++) {
      const answer = await nora.post('/sign-in/code', { code: wrongCode(house) })
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain(`value="${wrongCode(house)}"`)
    }
    expect((await nora.post('/sign-in/code', { code: newest().code })).statusCode).toBe(429)
    await nora.post(newest().link)
    expect(await isSignedIn(nora)).toBe(true)
  })

  it('of an earlier letter ends when the same browser asks again', async () => {
    await ask(nora)
    const earlier = newest()
    await ask(nora)
    expect((await nora.get(earlier.link)).statusCode).toBe(410)
    await nora.post('/sign-in/code', { code: newest().code })
    expect(await isSignedIn(nora)).toBe(true)
  })

  it('leads nowhere but to our own pages', async () => {
    for (const next of [
      '//elsewhere.example',
      'https://elsewhere.example',
      '/\\elsewhere.example',
      '/\t/elsewhere.example',
    ]) {
      const visitor = openVisitor(house)
      await visitor.post('/sign-in', { email: 'alva@northwind.example', next })
      const answer = await visitor.post('/sign-in/code', { code: newest().code, next })
      expect(answer.headers.location).toBe('/')
      house.now = house.now.add({ minutes: 10 })
    }
  })
})

describe('the link', () => {
  it('signs nobody in until the button is pressed: mail scanners open links', async () => {
    await ask(nora)
    for (let i = 0; i < 3; i++) expect((await nora.get(newest().link)).body).toContain('Sign in as Nora Lindqvist')
    expect(await isSignedIn(nora)).toBe(false)
    expect((await nora.post(newest().link)).statusCode).toBe(303)
    expect(await isSignedIn(nora)).toBe(true)
  })

  it('explains itself in another browser, names nobody there, and does not wear out', async () => {
    await ask(nora)
    const eve = openVisitor(house)
    const seen = await eve.get(newest().link)
    expect(seen.statusCode).toBe(200)
    expect(seen.body).toContain('type the code from the letter')
    expect(seen.body).not.toContain('Nora')
    expect((await eve.post(newest().link)).statusCode).toBe(403)
    await nora.post(newest().link)
    expect(await isSignedIn(nora)).toBe(true)
  })

  it('works once, and not beside the code', async () => {
    await ask(nora)
    const { link, code } = newest()
    await nora.post(link)
    nora.cookies.delete('plainclothes')
    expect((await nora.post(link)).statusCode).toBe(410)
    expect((await nora.get(link)).statusCode).toBe(410)
    expect((await nora.post('/sign-in/code', { code })).statusCode).toBe(410)
  })

  it('lets nobody in who left meanwhile, or whose address changed', async () => {
    await ask(nora)
    retireMember(house.as('alva'), 'nora')
    expect((await nora.post(newest().link)).statusCode).toBe(410)
  })
})

describe('what ran out', () => {
  it('is deleted: used requests at once, others after their ten minutes', async () => {
    await ask(nora)
    await nora.post('/sign-in/code', { code: newest().code })
    expect(house.db.select().from(signInRequests).all()).toEqual([])
    await ask(openVisitor(house), 'nobody@northwind.example')
    forgetRunOut(house.as())
    expect(house.db.select().from(signInRequests).all()).toHaveLength(1)
    house.now = house.now.add({ minutes: 10 })
    forgetRunOut(house.as())
    expect(house.db.select().from(signInRequests).all()).toEqual([])
  })

  it('takes sessions along that nobody used for a month', async () => {
    await house.get('nora', '/you')
    house.now = house.now.add({ hours: 24 * 31 })
    forgetRunOut(house.as())
    expect(house.db.select().from(sessions).all()).toEqual([])
  })
})

describe('the addresses of the cast', () => {
  it('sign in each as themselves', async () => {
    for (const who of Object.keys(CAST) as CastName[]) {
      const visitor = openVisitor(house)
      const { email } = house.db.select().from(members).where(eq(members.id, who)).get() ?? { email: '' }
      await ask(visitor, email)
      await visitor.post('/sign-in/code', { code: newest().code })
      expect((await visitor.get('/you')).body).toContain(`<h1>${CAST[who].name}</h1>`)
    }
  })
})
