import { describe, expect, it } from 'vitest'
import { GAP, SHARES, TOOK_PART } from '../../src/features/months/measures.ts'
import { standards } from '../../src/platform/db/tables.ts'
import { plantClosedMonths } from '../support/closed_months.ts'
import { openHouse } from '../support/house.ts'
import { csvOf, inhabited, textOf } from '../support/months.ts'
import { furnish, reflect } from '../support/reflected.ts'

describe('the pictures of the months', () => {
  it('follow contacts from being tried to being dealt with, over the quarter and the month', async () => {
    const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
    furnish(house.as())
    const nobody = { addressed: 'no', correct: null, acknowledged: null, escalation: 'not_offered' } as const
    reflect(house.as(), { month: '2026-07' })
    reflect(house.as(), { month: '2026-07', reached: 'bot', addressed: 'yes' })
    reflect(house.as(), { month: '2026-07', ...nobody, reached: 'gave_up' })
    const { body } = await house.get('maud', '/months')
    expect(body).toContain(
      'Tried: 3. Somebody or a bot answered: 2 of 3 (1 a bot alone). Reached a person: 1 of 3. Concern addressed: 2 of 3.',
    )
  })

  it('show right and warm moving over quarters with enough contacts, and leave the others out', async () => {
    const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
    furnish(house.as())
    for (let nth = 0; nth < 6; nth++) {
      reflect(house.as(), { month: '2026-02', correct: 'no', acknowledged: 1 })
      reflect(house.as(), { month: '2026-05', correct: 'yes', acknowledged: nth < 3 ? 5 : 1 })
    }
    expect((await house.get('maud', '/months')).body).toContain(
      'January to March 2026: 0 of 6 right (0%, 0–39%), 0 warm (0%, 0–39%). April to June 2026: 6 of 6 right (100%, 61–100%), 3 warm (50%, 19–81%).',
    )
    expect(await textOf(house, 'maud', '/months')).toContain('Quarters with fewer than 5 such contacts are left out.')
  })

  it('give what was predicted and felt as numbers too, of closed months', async () => {
    const house = await inhabited()
    plantClosedMonths(house.db, { '2026-05': { count: 5, of: 6 }, '2026-06': { count: 4, of: 6 } })
    const page = await textOf(house, 'maud', '/months')
    expect(page).toContain('Month Predicted Felt July 2026 withheld withheld June 2026 4.0 3.7 May 2026 4.0 4.3')
    expect(page).toContain(
      'May 2026: predicted 4.0, felt 4.3. June 2026: predicted 4.0, felt 3.7. July 2026: withheld.',
    )
  })

  it('say so far of a month that runs, wherever they speak of it', async () => {
    const house = await inhabited()
    expect(await textOf(house, 'maud', '/months')).toContain('In July so far 6 of 6 contacts that reached someone')
    expect(await textOf(house, 'maud', '/months?month=2026-06')).toContain('In June 6 of 6 contacts that reached')
  })

  it('set a standard beside its target, in words too', async () => {
    const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
    furnish(house.as())
    for (let nth = 0; nth < 4; nth++) reflect(house.as(), { month: '2026-07', standards: { three_minutes: 'met' } })
    expect((await house.get('maud', '/months')).body).toContain('>4 of 4, 100%, 51–100%; target 80%.<')
  })
})

describe('many standards', () => {
  it('are shown as how each touchpoint’s stand, and one by one on the touchpoint’s own months', async () => {
    const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
    furnish(house.as())
    for (let nth = 0; nth < 40; nth++)
      house.db
        .insert(standards)
        .values({ id: `s${nth}`, touchpointId: 'chat', statement: `Standard ${nth}`, target: 0.9, position: nth })
        .run()
    const all = Object.fromEntries(Array.from({ length: 40 }, (_, nth) => [`s${nth}`, 'met' as const]))
    for (let nth = 0; nth < 9; nth++) {
      reflect(house.as(), { month: '2026-07', standards: { three_minutes: 'not_met' } })
      reflect(house.as(), { month: '2026-07', touchpointId: 'chat', standards: { ...all, s0: 'not_met' } })
    }
    const page = await textOf(house, 'maud', '/months')
    expect(page).toMatch(/Billing line 0 1 0 0 Moving-home chat 0 1 39 0/)
    expect(page).not.toContain('Standard 3')
    const own = await textOf(house, 'maud', '/months?touchpoint=chat')
    expect(own).toContain('Standard 3')
    expect(own).not.toContain('A person answers within 3 minutes')
    expect((await csvOf(house, '/months.csv')).filter((row) => row[0] === 'standard').length).toBeGreaterThan(40 * 12)
  })
})

describe('touchpoints side by side', () => {
  it('stand in the order of their names, by quarter and by month, one measure at a time', async () => {
    const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
    furnish(house.as())
    for (let nth = 0; nth < 9; nth++) {
      reflect(house.as(), { month: '2026-07', valued: 5 })
      reflect(house.as(), { month: '2026-07', touchpointId: 'shop', valued: 1 })
    }
    for (const month of ['2026-06', '2026-07']) reflect(house.as(), { month, touchpointId: 'chat', valued: 5 })
    const page = await textOf(house, 'maud', '/months/touchpoints')
    expect(page, 'a story has no interval to overlap with').toContain(
      'In July 2026 1 of 1 pair has intervals that do not overlap.',
    )
    expect(page).toContain('this is no ranking, and the more pairs there are, the more lie apart by luck.')
    expect(await textOf(house, 'maud', '/months/touchpoints?measure=reached'), 'none lies apart').toContain(
      'In July 2026 the intervals of all of them overlap. They stand in the order of their names: this is no ranking. ',
    )
    expect(page).toContain('Jul to Sept 2025 Oct to Dec 2025 Jan to Mar 2026 Apr to Jun 2026 Jul 2026')
    expect(page).toMatch(
      /Billing line .*9 of 9 100%, 70–100%.*City shop .*0 of 9 0%, 0–30%.*Moving-home chat .*1 of 1 1 of 1 /,
    )
    expect(await textOf(house, 'maud', '/months/touchpoints?measure=addressed&month=2026-06')).toContain(
      'Concern addressed, by touchpoint',
    )
    expect((await house.get('maud', '/months/touchpoints?measure=mood')).statusCode).toBe(422)
    for (const who of ['nora', 'otto', 'rhea', 'alva'] as const)
      expect((await house.get(who, '/months/touchpoints')).statusCode).toBe(403)
  })

  it('say so where nothing is counted', async () => {
    const house = await openHouse()
    expect(await textOf(house, 'maud', '/months/touchpoints')).toContain('Nothing was counted in these months.')
  })
})

it('explains every measure in the words its figures are explained with', async () => {
  const house = await openHouse()
  const page = await textOf(house, 'rhea', '/method')
  for (const { name } of [...SHARES, GAP, TOOK_PART]) expect(page).toContain(`${name} `)
  expect(page).toContain('“Partly” is not counted, and not getting through is a “no”.')
})
