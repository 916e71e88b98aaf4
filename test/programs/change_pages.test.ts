import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { addProgram } from '../../src/features/programs/actions.ts'
import { foresee } from '../../src/features/programs/change_actions.ts'
import type { LifeChange } from '../../src/features/programs/life_change.ts'
import { planRound, publishRound } from '../../src/features/programs/round_actions.ts'
import { listDuties } from '../../src/features/programs/round_store.ts'
import { letters } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { addTouchpoint, LEADERS, openRotatingHouse, programDetails } from '../support/rotating.ts'

let house: House
let june: string
let program: string
beforeEach(async () => {
  house = await openRotatingHouse({ now: '2026-05-20T09:00:00Z' })
  addTouchpoint(house, 'mail', 'Service mail')
  program = addProgram(house.as('maud'), programDetails({ leaders: LEADERS.filter((id) => id !== 'devika') }))
  june = planRound(house.as('maud'), program)
  publishRound(house.as('maud'), june)
})

const awayIn = (leaderId: string): LifeChange => {
  const duty = listDuties(house.as(), [june]).find((one) => one.leaderId === leaderId)

  return { kind: 'absence', member: leaderId, from: duty?.fromDay ?? '', to: duty?.toDay ?? '' }
}
const movedLetters = () => house.db.select().from(letters).where(eq(letters.kind, 'moved')).all()

describe('the pages', () => {
  const query = (change: LifeChange) => new URLSearchParams(change as Record<string, string>).toString()

  it('ask, show what would move, and do it once', async () => {
    const form = await house.get('maud', '/programs/changes/new?kind=absence&member=nora')
    expect(form.body).toMatch(/value="nora" selected/)
    const change = awayIn('nora')
    const preview = await house.get('maud', `/programs/changes/preview?${query(change)}`)
    expect(preview.statusCode).toBe(200)
    expect(preview.body).toContain('Nothing has changed yet.')
    expect(preview.body).toContain(
      '1 of 5 published contacts moves, and no plan that gives as many leaders their contact moves fewer.',
    )
    expect(preview.body).toContain('1 leader is told, by one neutral letter.')
    const sent = {
      ...(change as Record<string, string>),
      priority: 'fewest',
      print: foresee(house.as('maud'), change)[0]?.print ?? '',
    }
    expect((await house.post('maud', '/programs/changes', sent)).headers.location).toBe('/programs/changes')
    expect((await house.post('maud', '/programs/changes', sent)).statusCode).toBe(409)
    expect(movedLetters()).toHaveLength(1)
  })

  it.each([
    'kind=leaving&member=nora',
    'kind=leaving&member=nora&from=nonsense&to=',
    'kind=joining&member=devika&program=PROGRAM',
    'kind=opening&touchpoint=mail&program=PROGRAM',
    'kind=retiring&touchpoint=chat',
    'kind=blocking&touchpoint=chat&from=2026-06-08',
    'kind=saved',
  ])('show what %s would move', async (asked) => {
    const url = `/programs/changes/preview?${asked.replace('PROGRAM', program)}`
    const answer = await house.get('maud', url)
    expect(answer.statusCode, url).toBe(200)
    expect(answer.body).toContain('Nothing has changed yet.')
  })

  it('keep the words and say what is wrong', async () => {
    const wrong = await house.get('maud', '/programs/changes/preview?kind=absence&member=nora&from=soon')
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('value="soon"')
    expect(wrong.body).toContain('id="from-wrong"')
    expect((await house.get('maud', '/programs/changes/preview?kind=nonsense')).statusCode).toBe(422)
    expect((await house.get('maud', '/programs/changes/preview?kind=leaving&member=otto')).statusCode).toBe(422)
    expect(
      (await house.get('maud', '/programs/changes/preview?kind=absence&member=nora&from=2026-07-09&to=2026-07-01'))
        .statusCode,
    ).toBe(422)
    expect((await house.post('maud', '/programs/changes', { kind: 'leaving' })).statusCode).toBe(422)
  })

  it('are for leads', async () => {
    for (const url of ['/programs/changes', '/programs/changes/new', '/programs/changes/preview'])
      expect((await house.get('nora', url)).statusCode).toBe(403)
    expect((await house.post('nora', '/programs/changes', {})).statusCode).toBe(403)
  })
})
