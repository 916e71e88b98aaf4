import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addProgram } from '../../src/features/programs/actions.ts'
import { settleRounds } from '../../src/features/programs/jobs.ts'
import { planRound, publishRound } from '../../src/features/programs/round_actions.ts'
import { listDuties } from '../../src/features/programs/round_store.ts'
import { absences, assignments, programs, touchpoints } from '../../src/platform/db/tables.ts'
import { closeBrowser, inTheWay, openStreet, type Street } from '../support/browser.ts'
import type { House } from '../support/house.ts'
import { addScenario, addTouchpoint, hire, openRotatingHouse, programDetails } from '../support/rotating.ts'

const MORE_LEADERS = {
  jonas: 'Jonas Weber',
  leila: 'Leila Haddad',
  patrick: 'Patrick Dunne',
  mei: 'Mei Tanaka',
  claire: 'Claire Beaumont',
  oskar: 'Oskar Nyberg',
  henrik: 'Henrik Falk',
  yasmin: 'Yasmin Karim',
}

let house: House
let street: Street
let program: string
let rounds: string[]
beforeEach(async () => {
  house = await openRotatingHouse({ now: '2025-12-20T09:00:00Z' })
  for (const [id, name] of Object.entries(MORE_LEADERS)) hire(house, id, name, { jobTitle: 'Head of something' })
  addTouchpoint(house, 'solar', 'Solar sales desk', { departmentId: 'operations' })
  addTouchpoint(house, 'meter', 'Meter visits')
  addScenario(house, 'shared_roof', 'Shared roof')
  program = addProgram(
    house.as('maud'),
    programDetails({
      startsOn: '2026-01-01',
      leaders: [...programDetails().leaders, ...Object.keys(MORE_LEADERS)],
      touchpoints: ['billing', 'outage', 'chat', 'solar', 'meter'],
      scenarios: ['doubled', 'moving', 'no_power', 'shared_roof'],
    }),
  )
  rounds = []
  liveThrough('2025-12-20', '2026-01')
  liveThrough('2026-01-28', '2026-02')
  settle('2026-02-16')
  house.db.insert(absences).values({ id: 'a', memberId: 'ingrid', fromDay: '2026-03-01', toDay: '2026-03-31' }).run()
  house.db.update(touchpoints).set({ openingHours: {} }).where(eq(touchpoints.id, 'solar')).run()
  for (const month of ['03', '04']) rounds.push(planRound(house.as('maud'), program, `2026-${month}`))
  street = await openStreet(house)
})
afterEach(() => street.close())
afterAll(closeBrowser)

function settle(day: string): void {
  house.now = Temporal.Instant.from(`${day}T09:00:00Z`)
  settleRounds(house.as())
}

/** Published, and most of it done: every fifth is missed. */
function liveThrough(day: string, period: string): void {
  settle(day)
  const round = planRound(house.as('maud'), program, period)
  publishRound(house.as('maud'), round)
  rounds.push(round)
  for (const [i, duty] of listDuties(house.as(), [round]).entries())
    if (i % 5 !== 4 && duty.toDay < '2026-02-14')
      house.db
        .update(assignments)
        .set({ state: i % 7 === 6 ? 'contacted' : 'reflected', contactedOn: duty.fromDay })
        .where(eq(assignments.id, duty.id))
        .run()
}

const pages = (): Record<string, string> => ({
  'rotation-board': '/programs',
  'rotation-matrix': `/programs/${program}`,
  'rotation-round': `/rounds/${rounds[1]}`,
  'rotation-publication': `/rounds/${rounds[2]}/publication`,
  'rotation-form': '/programs/new',
  'rotation-swap': `/assignments/${listDuties(house.as(), [rounds[2] ?? ''])[0]?.id}/swap`,
  'rotation-assignment': `/assignments/${listDuties(house.as(), [rounds[2] ?? ''])[0]?.id}`,
})

describe('the lead’s pages', () => {
  it('read well on a phone and at a desk, in the light and in the dark, for everybody', async () => {
    const { page, complaints } = await street.visit({ as: 'maud' })
    for (const [name, url] of Object.entries(pages())) {
      const answer = await page.goto(url)
      expect(answer?.status(), url).toBe(200)
      expect(await inTheWay(page, name)).toEqual([])
    }
    expect(complaints).toEqual([])
  })
})

describe('a lead without scripts', () => {
  it('begins a program, plans its first round and publishes it', async () => {
    const { page } = await street.visit({ as: 'maud', scripts: false })
    await page.goto('/programs/new')
    await page.getByLabel('Name').fill('After hours')
    await page.getByLabel('From').fill('2026-03-01')
    await page.getByRole('button', { name: 'Begin this program' }).click()
    await page.getByRole('button', { name: 'Plan March 2026' }).click()
    await page.getByRole('link', { name: 'Publish March 2026' }).click()
    await page.getByRole('button', { name: 'Publish March 2026' }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^March 2026 is published/)
  })

  it('begins and changes a program with Enter, whichever field that is pressed in', async () => {
    const { page } = await street.visit({ as: 'maud', scripts: false })
    await page.goto('/programs/new')
    await page.getByLabel('Name').fill('After hours')
    await page.getByLabel('Name').press('Enter')
    await page.getByRole('link', { name: 'Change the program' }).click()
    await page.getByLabel('Contacts for each leader').fill('9')
    await page.getByRole('button', { name: 'Show the rounds' }).click()
    const [field, remark] = ['#contactsPerLeader', '#too-many'].map((at) => page.locator(at).boundingBox())
    const ends = ((await field)?.y ?? 0) + ((await field)?.height ?? 0)
    expect((await remark)?.y, 'a remark does not touch the field above it').toBeGreaterThan(ends + 8)
    await page.getByLabel('Contacts for each leader').fill('1')
    await page.getByLabel('Rounds', { exact: true }).fill('3')
    await page.getByLabel('Rounds', { exact: true }).press('Enter')
    await page.getByRole('link', { name: 'Change the program' }).waitFor()
    const begun = house.db.select().from(programs).where(eq(programs.name, 'After hours')).get()
    expect(begun?.endsAfterRounds).toBe(3)
  })

  it('holds a round and lets it go, nudges once, swaps, and publishes once from two tabs', async () => {
    house.db.update(programs).set({ runsItself: true }).run()
    const { page, context } = await street.visit({ as: 'maud', scripts: false })
    await page.goto('/programs')
    await page
      .getByRole('button', { name: /^Nudge / })
      .first()
      .click()
    await page.getByText('Reminded today').first().waitFor()
    await page.goto(`/rounds/${rounds[2]}`)
    await page.getByRole('button', { name: 'Hold it' }).click()
    await page.getByRole('button', { name: 'Let it publish itself' }).click()
    await page.getByRole('button', { name: 'Hold it' }).waitFor()
    const [duty] = listDuties(house.as(), [rounds[2] ?? ''])
    await page.goto(`/assignments/${duty?.id}/swap`)
    await page.getByRole('button', { name: 'Give it to the leader chosen' }).click()
    await page.getByText('Nothing is different yet.').first().waitFor()
    await page.getByLabel('Leader').selectOption({ index: 2 })
    await page.getByRole('button', { name: 'Give it to the leader chosen' }).click()
    await page.getByText('Chosen by hand by Maud').waitFor()
    const other = await context.newPage()
    for (const tab of [page, other]) await tab.goto(`/rounds/${rounds[2]}/publication`)
    await page.getByRole('button', { name: 'Publish March 2026' }).click()
    await page.getByRole('heading', { name: /^March 2026 is published/ }).waitFor()
    await other.getByRole('button', { name: 'Publish March 2026' }).click()
    await other.getByRole('heading', { name: /^March 2026 is published/ }).waitFor()
  })
})
