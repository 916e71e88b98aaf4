import { beforeAll, describe, expect, it } from 'vitest'
import { openCrowdedHouse } from '../support/crowd.ts'
import type { House } from '../support/house.ts'

let house: House
let program: string
beforeAll(async () => {
  ;({ house, program } = await openCrowdedHouse())
})

async function visit(url: string): Promise<string> {
  const answer = await house.get('maud', url)
  expect(answer.statusCode, url).toBe(200)

  return answer.body
}

const named = (html: string) => new Set(html.match(/Leader \d{3}/g)).size

describe('with 500 leaders and 24 rounds', () => {
  it.each([
    '/programs',
    '/programs/PROGRAM',
    '/programs/PROGRAM?rounds=1',
    '/programs/PROGRAM/fairness',
    '/rounds/2026-05',
    '/rounds/2026-06',
  ])('%s draws only what is seen', async (url) => {
    const body = await visit(url.replace('PROGRAM', program))
    // Fifty, and up to twenty whose contacts stand in the way.
    expect(named(body)).toBeLessThanOrEqual(70)
    const sent = await house.get('maud', url.replace('PROGRAM', program), { 'accept-encoding': 'gzip' })
    expect(sent.rawPayload.length).toBeLessThan(20 * 1024)
    expect(body.length).toBeLessThan(100 * 1024)
  })

  it('leads from page to page to everybody', async () => {
    const body = await visit('/rounds/2026-05')
    expect(body).toContain('/rounds/2026-05?leaders=10')
    expect(await visit('/rounds/2026-05?leaders=10')).toContain('Leader 499')
    expect(await visit(`/programs/${program}?leaders=10`)).toContain('Leader 499')
  })
})
