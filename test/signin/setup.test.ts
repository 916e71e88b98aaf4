import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { findOrganisation, listMembers } from '../../src/features/members/store.ts'
import { addProgram } from '../../src/features/programs/actions.ts'
import { renewSetUpLink } from '../../src/features/signin/setup_actions.ts'
import { guessFounding } from '../../src/features/signin/setup_guess.ts'
import { isZone } from '../../src/lib/days.ts'
import { COUNTRIES, isLocale, LOCALES } from '../../src/lib/regions.ts'
import { memberRoles, oneTimeLinks, organisation, touchpoints } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { addScenario, addTouchpoint, programDetails } from '../support/rotating.ts'
import { openVisitor } from '../support/visitor.ts'

let house: House
beforeEach(async () => {
  house = await openHouse({ empty: true })
})

const start = () => new URL(renewSetUpLink(house.as(), 'http://127.0.0.1:3000') ?? 'http://none/none').pathname
const FIRST = {
  organisation: 'Northwind Energy',
  locale: 'en-GB',
  country: 'GB',
  timeZone: 'Europe/London',
  fiscalYearStart: '4',
  name: 'Maud Bergström',
  email: 'maud@northwind.example',
  roles: ['lead', 'admin'],
}

describe('an empty installation', () => {
  it('has nobody to sign in, and says where to begin', async () => {
    const page = await house.get(null, '/sign-in')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('set-up link')
  })

  it('guesses what it can from the browser, with lead and admin ticked', async () => {
    const page = await house.get(null, start(), { 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' })
    expect(page.body).toMatch(/value="AT" selected/)
    expect(page.body).toMatch(/value="de-AT" selected/)
    expect(page.body).toContain('value="Europe/Vienna"')
    expect(page.body).toMatch(/value="lead" checked/)
    expect(page.body).toMatch(/value="admin" checked/)
  })

  it.each([...COUNTRIES])('guesses a real zone, locale and fiscal year for %s', (country) => {
    const locale = new Intl.Locale(`und-${country}`).maximize()
    const guess = guessFounding(`${locale.language}-${country}`)
    expect(guess.country).toBe(country)
    expect(isZone(guess.timeZone)).toBe(true)
    expect(isLocale(guess.locale)).toBe(true)
    expect(guess.fiscalYearStart).toBeGreaterThanOrEqual(1)
  })

  it.each(['', '*', 'xx-', ';;q=1', '\u0000', 'x'.repeat(5000), 'tlh', 'en'])(
    'survives a browser that asks for «%s»',
    (asked) => {
      expect(isZone(guessFounding(asked).timeZone)).toBe(true)
      expect(isLocale(guessFounding(asked).locale)).toBe(true)
    },
  )

  it.each([
    ['fa-IR', 'en-IR'],
    ['th-TH', 'en-TH'],
    ['ar-EG', 'en-EG'],
    ['he-IL', 'he-IL'],
    ['de-AT', 'de-AT'],
  ])('writes days in the calendar months are counted in, whatever the browser’s own: %s', (asked, locale) => {
    expect(guessFounding(asked).locale).toBe(locale)
  })

  it('leaves nobody with the first country of the list, because theirs is not on it', async () => {
    expect(guessFounding('ko-KR')).toMatchObject({ country: 'GB', locale: 'ko-KR', timeZone: 'Asia/Seoul' })
    const page = await house.get(null, start(), { 'accept-language': 'ko-KR' })
    expect(page.body).toMatch(/value="GB" selected/)
  })

  it('offers locales that exist', () => {
    expect(Intl.DateTimeFormat.supportedLocalesOf([...LOCALES])).toEqual([...LOCALES])
  })
})

describe('setting up', () => {
  it('begins the company with its first person, signs them in, and shows what is left', async () => {
    const maud = openVisitor(house)
    const answer = await maud.post(start(), FIRST)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/start'])
    expect(findOrganisation(house.as())).toMatchObject({ name: 'Northwind Energy', fiscalYearStart: 4 })
    expect(listMembers(house.as())).toMatchObject([{ name: 'Maud Bergström', roles: ['lead', 'admin'], country: 'GB' }])
    const page = await maud.get('/start')
    expect(page.body).toContain('Four steps to the first round.')
    for (const href of ['/touchpoints/new', '/scenarios/library', '/members/new', '/programs/new'])
      expect(page.body).toContain(`href="${href}"`)
    expect((await maud.get('/')).headers.location).toBe('/start')
  })

  it('keeps every typed word beside the complaints', async () => {
    const answer = await openVisitor(house).post(start(), {
      ...FIRST,
      email: 'maud',
      timeZone: 'Mars/Olympus',
      roles: [],
    })
    expect(answer.statusCode).toBe(422)
    for (const kept of ['value="maud"', 'value="Mars/Olympus"', 'value="Northwind Energy"', 'value="Maud Bergström"'])
      expect(answer.body).toContain(kept)
    expect(findOrganisation(house.as())).toBeUndefined()
  })

  it('makes one company, however often it is sent', async () => {
    const link = start()
    const answers = await Promise.all([1, 2, 3].map(() => openVisitor(house).post(link, FIRST)))
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 410, 410])
    expect(house.db.select().from(organisation).all()).toHaveLength(1)
    expect(listMembers(house.as())).toHaveLength(1)
  })

  it('takes a second press of the same button for what it is', async () => {
    const maud = openVisitor(house)
    const link = start()
    await maud.post(link, FIRST)
    expect((await maud.post(link, FIRST)).statusCode).toBe(303)
    expect(listMembers(house.as())).toHaveLength(1)
  })

  it('does not go without an admin', async () => {
    const answer = await openVisitor(house).post(start(), { ...FIRST, roles: ['lead'] })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Somebody has to be the admin')
  })
})

describe('a set-up link', () => {
  it('ends at the next start, after a day, and for good once there is an admin', async () => {
    const first = start()
    const second = start()
    expect((await house.get(null, first)).statusCode).toBe(410)
    expect((await house.get(null, second)).statusCode).toBe(200)
    house.now = house.now.add({ hours: 24 })
    expect((await house.get(null, second)).statusCode).toBe(410)
    const third = start()
    await openVisitor(house).post(third, FIRST)
    expect((await house.get(null, third)).statusCode).toBe(410)
    expect(renewSetUpLink(house.as(), 'http://127.0.0.1:3000')).toBeUndefined()
  })

  it('is kept as a hash', () => {
    const token = start().split('/').at(-1) ?? 'none'
    expect(JSON.stringify(house.db.select().from(oneTimeLinks).all())).not.toContain(token)
  })

  it('signs nobody in, and a one-time link sets nothing up', async () => {
    const token = start().split('/').at(-1)
    expect((await house.get(null, `/sign-in/one-time/${token}`)).statusCode).toBe(410)
    const moved = await openHouse()
    const page = await moved.post('alva', '/members/nora/sign-in-link')
    const issued = /one-time\/([\w-]{43})/.exec(page.body)?.[1]
    expect((await moved.get(null, `/set-up/${issued}`)).statusCode).toBe(410)
    expect((await moved.post(null, `/set-up/${issued}`, FIRST)).statusCode).toBe(410)
  })
})

describe('the steps before the first round', () => {
  it('are a lead’s, and nobody else’s', async () => {
    const moved = await openHouse()
    expect((await moved.get('maud', '/start')).statusCode).toBe(200)
    expect((await moved.get('nora', '/start')).headers.location).toBe('/')
    expect((await moved.get(null, '/start')).headers.location).toMatch(/^\/sign-in/)
  })

  it('are led back to from the pages they are taken on, until they are taken', async () => {
    const moved = await openHouse()
    const back = async (url: string, who: 'maud' | 'alva' = 'maud') =>
      />([^<]*) to the first round</.exec((await moved.get(who, url)).body)?.[1]
    expect(await back('/touchpoints/new')).toBe('Three steps')
    addTouchpoint(moved, 'billing', 'Billing line')
    for (const url of [
      '/touchpoints/billing',
      '/touchpoints?retired=yes',
      '/scenarios/library',
      '/members',
      '/programs',
    ])
      expect(await back(url), url).toBe('Two steps')
    for (const url of ['/months', '/followups', '/you']) expect(await back(url), url).toBeUndefined()
    expect(await back('/touchpoints/billing', 'alva'), 'who plans no program').toBeUndefined()
    addScenario(moved, 'doubled', 'Bill has doubled')
    expect(await back('/scenarios/doubled')).toBe('One more step')
    addProgram(
      moved.as('maud'),
      programDetails({ leaders: ['nora'], touchpoints: ['billing'], scenarios: ['doubled'] }),
    )
    for (const url of ['/programs', '/touchpoints/billing']) expect(await back(url), url).toBeUndefined()
  })

  it('lead only where a lead may go: who is no admin is told who adds leaders', async () => {
    const moved = await openHouse()
    const { body } = await moved.get('maud', '/start')
    for (const [, href] of body.matchAll(/<h2><a href="([^"]+)"/g))
      expect((await moved.get('maud', `${href}`)).statusCode, href).toBe(200)
    moved.db.delete(memberRoles).where(eq(memberRoles.role, 'leader')).run()
    const none = (await moved.get('maud', '/start')).body
    expect(none).toContain('<a href="/members">First leaders</a>')
    expect(none).toContain('An admin adds them.')
    expect((await moved.get('maud', '/programs')).body).toContain('>ask an admin to add the leaders')
  })

  it('counts a scenario once it fits a touchpoint that is in use, and says so until then', async () => {
    const moved = await openHouse()
    addScenario(moved, 'doubled', 'Bill has doubled')
    addTouchpoint(moved, 'billing', 'Billing line')
    const words = async (url: string) => (await moved.get('maud', url)).body.replace(/<[^>]*>/g, '')
    expect(await words('/start')).toMatch(
      /A scenario that fits\s*There are scenarios, but none fits a touchpoint yet\./,
    )
    expect(await words('/start')).not.toContain('First scenarios')
    expect(await words('/programs')).toContain('say which scenario fits there')
    addScenario(moved, 'moving', 'Two flats')
    expect(await words('/start')).toMatch(/First scenarios done/)
    expect(await words('/programs')).not.toContain('say which scenario fits there')
    moved.db.update(touchpoints).set({ retiredOn: '2026-05-01' }).run()
    addTouchpoint(moved, 'chat', 'Moving-home chat', { channel: 'chat' })
    expect(await words('/start')).toContain('There are scenarios, but none fits a touchpoint yet.')
  })
})
