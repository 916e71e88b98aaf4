import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listAbsences } from '../../src/features/members/absence_store.ts'
import { addProgram } from '../../src/features/programs/actions.ts'
import { Plannings } from '../../src/features/programs/large_plan_actions.ts'
import { planRound, publishRound } from '../../src/features/programs/round_actions.ts'
import { listDuties } from '../../src/features/programs/round_store.ts'
import type { House } from '../support/house.ts'
import { LEADERS, openRotatingHouse, programDetails } from '../support/rotating.ts'

/** Every plan counts as large here, so that what a change would move is worked out in a thread. */
let plannings: Plannings
let house: House
let june: string
let change: Record<string, string>
beforeEach(async () => {
  plannings = new Plannings({ largest: 0 })
  house = await openRotatingHouse({ now: '2026-05-20T09:00:00Z', plannings })
  june = planRound(
    house.as('maud'),
    addProgram(house.as('maud'), programDetails({ leaders: LEADERS.filter((id) => id !== 'devika') })),
  )
  publishRound(house.as('maud'), june)
  const [duty] = listDuties(house.as(), [june]).filter(({ leaderId }) => leaderId === 'nora')
  change = { kind: 'absence', member: 'nora', from: duty?.fromDay ?? '', to: duty?.toDay ?? '' }
})
afterEach(() => plannings.endAll())

const address = () => `/programs/changes/preview?${new URLSearchParams(change)}`
const look = async () => (await house.get('maud', address())).body
const question = () => JSON.stringify(['maud', change])
const finished = () => expect.poll(() => plannings.find(question())?.state).toBe('done')
const sent = (body: string) => ({
  ...change,
  priority: 'fewest',
  print: /name="print" value="([^"]+)"/.exec(body)?.[1] ?? '',
})

describe('what a change would move, where plans are large', () => {
  it('is worked out beside everything else, shown, and then done as it was shown', async () => {
    const first = await house.get('maud', address())
    expect([first.statusCode, first.headers.refresh]).toEqual([200, `2; url=${address()}`])
    expect(first.body).toContain('What would move is being worked out.')
    expect(first.body).toContain('<progress')
    await finished()
    const body = await look()
    expect(body).toContain('1 of 5 published contacts moves')
    expect(listAbsences(house.as(), 'nora', '2026-05-20')).toEqual([])
    const answer = await house.post('maud', '/programs/changes', sent(body))
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/programs/changes'])
    expect(listAbsences(house.as(), 'nora', '2026-05-20')).toHaveLength(1)
    expect(plannings.find(question())).toBeUndefined()
  })

  it('is not done where nothing is known of it any more: it is worked out again', async () => {
    await look()
    await finished()
    const decision = sent(await look())
    plannings.endAll()
    const answer = await house.post('maud', '/programs/changes', decision)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, address()])
    expect(listAbsences(house.as(), 'nora', '2026-05-20')).toEqual([])
  })

  it('can be stopped, and asked for again', async () => {
    await look()
    const answer = await house.post('maud', '/programs/changes/preview/end', change)
    expect(answer.headers.location).toBe('/programs')
    expect(plannings.find(question())).toBeUndefined()
    expect(await look()).toContain('being worked out')
    await finished()
  })

  it('leaves the ways to other changes open meanwhile', async () => {
    const { body } = await house.get('maud', '/programs/changes')
    expect(body).toContain('being worked out')
    expect(body).toContain('/programs/changes/new?kind=leaving')
  })
})
