import { beforeEach, describe, expect, it } from 'vitest'
import { bringBackMember, retireMember } from '../../src/features/members/actions.ts'
import { forgetRunOut } from '../../src/features/signin/actions.ts'
import { inviteByEmail } from '../../src/features/signin/link_actions.ts'
import { auditEntries, letters, oneTimeLinks, sessions } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { openVisitor, type Visitor } from '../support/visitor.ts'

let house: House
let nora: Visitor
beforeEach(async () => {
  house = await openHouse()
  nora = openVisitor(house)
})

const issue = async (who = 'nora') => {
  const page = await house.post('alva', `/members/${who}/sign-in-link`)

  return new URL(/http[^<\s"]+/.exec(page.body.slice(page.body.indexOf('<textarea')))?.[0] ?? '').pathname
}
const isSignedIn = async (visitor: Visitor) => (await visitor.get('/you')).statusCode === 200
const TOLD = 'Alva Nyström issued a sign-in link for you on 10 June 2026.'

describe('a link an admin issues', () => {
  it('is offered on the member’s page, to admins only, while there is no mail server', async () => {
    expect((await house.get('alva', '/members/nora')).body).toContain('Issue a sign-in link')
    expect((await house.get('maud', '/members/nora')).body).not.toContain('Issue a sign-in link')
    expect((await house.post('maud', '/members/nora/sign-in-link')).statusCode).toBe(403)
  })

  it('is not offered while letters go out, and is while they fail', async () => {
    const mailed = await openHouse({ settings: { SMTP_URL: 'smtp://127.0.0.1:1' } })
    expect((await mailed.get('alva', '/members/nora')).body).not.toContain('Issue a sign-in link')
    expect((await mailed.post('alva', '/members/nora/sign-in-link')).statusCode).toBe(409)
    mailed.db
      .insert(letters)
      .values({
        ...{ id: 'l', occasion: 'o', kind: 'sign_in', toName: 'Nora', toAddress: 'nora@northwind.example' },
        ...{ subject: 's', text: '', html: '', state: 'waiting', writtenOn: '2026-06-10', trouble: 'Unreachable.' },
      })
      .run()
    expect((await mailed.get('alva', '/members/nora')).body).toContain('Issue a sign-in link')
    expect((await mailed.post('alva', '/members/nora/sign-in-link')).statusCode).toBe(200)
  })

  it('is shown once, kept as a hash, and audited', async () => {
    const link = await issue()
    const token = link.split('/').at(-1) ?? ''
    expect(token).toHaveLength(43)
    expect((await house.get('alva', '/members/nora/sign-in-link')).body).not.toContain(token)
    expect(JSON.stringify(house.db.select().from(oneTimeLinks).all())).not.toContain(token)
    expect(house.db.select().from(auditEntries).all()).toContainEqual(
      expect.objectContaining({ actorId: 'alva', action: 'issued a sign-in link for', subjectId: 'nora' }),
    )
  })

  it('signs in when the button is pressed, not when it is opened, and once', async () => {
    const link = await issue()
    expect((await nora.get(link)).body).toContain('Sign in as Nora Lindqvist')
    expect(await isSignedIn(nora)).toBe(false)
    expect((await nora.post(link)).statusCode).toBe(303)
    expect(await isSignedIn(nora)).toBe(true)
    const eve = openVisitor(house)
    expect([(await eve.get(link)).statusCode, (await eve.post(link)).statusCode]).toEqual([410, 410])
  })

  it('ends after a day, when another is issued, and when the member leaves', async () => {
    const first = await issue()
    const second = await issue()
    expect((await nora.get(first)).statusCode).toBe(410)
    expect((await nora.get(second)).statusCode).toBe(200)
    retireMember(house.as('alva'), 'nora')
    bringBackMember(house.as('alva'), 'nora')
    expect((await nora.get(second)).statusCode).toBe(410)
    const third = await issue()
    house.now = house.now.add({ hours: 24 })
    expect((await nora.post(third)).statusCode).toBe(410)
    forgetRunOut(house.as())
    expect((await nora.get(third)).statusCode).toBe(410)
  })

  it('is not issued for somebody who left', async () => {
    retireMember(house.as('alva'), 'viktor')
    expect((await house.post('alva', '/members/viktor/sign-in-link')).statusCode).toBe(409)
  })
})

describe('several links issued', () => {
  it('are told in one sentence, on the way in and among the member’s own things', async () => {
    await issue()
    await issue()
    await nora.post(await issue())
    const notice = (await nora.get('/sign-in/notice')).body
    expect(notice.match(/Alva Nyström issued/g)).toHaveLength(1)
    expect(notice).toContain('Alva Nyström issued three sign-in links for you on 10 June 2026.')
    const own = (await nora.get('/you')).body
    expect(own).toContain('issued two sign-in links for you on 10 June 2026. They were not used.')
    expect(own).toContain('issued a sign-in link for you on 10 June 2026. It was used.')
  })
})

describe('an invitation from the command line', () => {
  it('is a one-time link, and the member is told of it', async () => {
    const token = inviteByEmail(house.as(), ' Nora@northwind.example ')
    await nora.post(`/sign-in/one-time/${token}`)
    expect((await nora.get('/sign-in/notice')).body).toContain(
      'Whoever runs the server issued a sign-in link for you on 10 June 2026.',
    )
  })

  it('is for members only, and not for those who left', () => {
    expect(() => inviteByEmail(house.as(), 'eve@elsewhere.example')).toThrow('Nobody here has the address')
    retireMember(house.as('alva'), 'viktor')
    expect(() => inviteByEmail(house.as(), 'viktor@northwind.example')).toThrow('Viktor Hale has left')
  })
})

describe('the member', () => {
  it('is told at the sign-in, before anything else', async () => {
    const answer = await nora.post(await issue())
    expect(answer.headers.location).toBe('/sign-in/notice?next=%2F')
    expect((await nora.get('/sign-in/notice')).body).toContain(`${TOLD} If you did not ask, tell an admin.`)
  })

  it('is told even where somebody else used the link and clicked the notice away', async () => {
    const eve = openVisitor(house)
    await eve.post(await issue())
    await eve.post('/sign-in/notice')
    const answer = await nora.post(await issue())
    expect(answer.headers.location).toMatch(/^\/sign-in\/notice/)
    const page = (await nora.get('/sign-in/notice')).body
    expect(page).toContain('Alva Nyström issued two sign-in links for you on 10 June 2026.')
  })

  it('is told until they have read it, then no more', async () => {
    await issue()
    house.now = house.now.add({ hours: 24 })
    const cast = await openHouse({ db: house.db, cast: [{ key: 'nora', name: 'Nora', does: 'leader' }] })
    const visitor = openVisitor(cast)
    const signIn = () => visitor.post('/sign-in/cast', { member: 'nora', next: '/you' })
    expect((await signIn()).headers.location).toBe('/sign-in/notice?next=%2Fyou')
    expect((await signIn()).headers.location).toBe('/sign-in/notice?next=%2Fyou')
    expect((await visitor.post('/sign-in/notice', { next: '/you' })).headers.location).toBe('/you')
    expect((await signIn()).headers.location).toBe('/you')
  })

  it('finds every link on their own page', async () => {
    await nora.post(await issue())
    expect((await nora.get('/you')).body).toContain(`${TOLD} It was used.`)
  })
})

describe('one’s own page', () => {
  it('lists where one is signed in by device and day, and nothing finer', async () => {
    await nora.post(await issue())
    const page = (await nora.get('/you')).body
    expect(page).toContain('Firefox on Android')
    expect(page).toContain('signed in 10 June 2026, last seen 10 June 2026')
    expect(page).not.toMatch(/\d\d:\d\d:\d\d|09:00/)
  })

  it('ends one session, or all others, and only one’s own', async () => {
    const [phone, laptop, desk] = [openVisitor(house), openVisitor(house), openVisitor(house)]
    for (const visitor of [phone, laptop, desk]) await visitor.post(await issue())
    const idOf = (page: string) => /\/you\/sessions\/([^/]+)\/end/.exec(page)?.[1] ?? ''
    const other = idOf((await phone.get('/you')).body)
    await house.post('viktor', `/you/sessions/${other}/end`)
    expect(await Promise.all([phone, laptop, desk].map(isSignedIn))).toEqual([true, true, true])
    await phone.post(`/you/sessions/${other}/end`)
    expect((await Promise.all([laptop, desk].map(isSignedIn))).filter(Boolean)).toHaveLength(1)
    await phone.post('/you/other-sessions/end')
    expect(await Promise.all([phone, laptop, desk].map(isSignedIn))).toEqual([true, false, false])
  })

  it('is everybody’s own, and nobody’s who is signed out', async () => {
    for (const who of ['nora', 'maud', 'otto', 'rhea', 'alva'] as const)
      expect((await house.get(who, '/you')).statusCode).toBe(200)
    expect((await house.get(null, '/you')).headers.location).toBe('/sign-in?next=%2Fyou')
  })
})

describe('signing out', () => {
  it('really ends: the old cookie opens nothing', async () => {
    await nora.post(await issue())
    const token = nora.cookies.get('plainclothes') ?? ''
    await nora.post('/sign-out')
    expect(nora.cookies.has('plainclothes')).toBe(false)
    nora.cookies.set('plainclothes', token)
    expect(await isSignedIn(nora)).toBe(false)
    expect(
      house.db
        .select()
        .from(sessions)
        .all()
        .filter(({ memberId }) => memberId === 'nora'),
    ).toEqual([])
  })
})

describe('a member who leaves', () => {
  it('is signed out at once, and stays out when brought back at once', async () => {
    await nora.post(await issue())
    await house.post('alva', '/members/nora/retirement')
    expect(await isSignedIn(nora)).toBe(false)
    await house.post('alva', '/members/nora/return')
    expect(await isSignedIn(nora)).toBe(false)
    expect((await house.get('alva', '/members')).body).toContain('Nora Lindqvist')
  })
})

describe('a change of roles', () => {
  it('counts from the next page on, without a new sign-in', async () => {
    expect((await house.get('viktor', '/settings')).statusCode).toBe(403)
    await house.post('alva', '/members/viktor', {
      ...{ name: 'Viktor Hale', email: 'viktor@northwind.example', jobTitle: '', department: 'Finance', country: 'GB' },
      ...{ timeZone: 'Europe/London', languages: 'en', joinedOn: '2025-01-01', roles: ['admin'], version: '1' },
    })
    expect((await house.get('viktor', '/settings')).statusCode).toBe(200)
  })
})
