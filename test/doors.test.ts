import { beforeAll, describe, expect, it } from 'vitest'
import { type Capability, may } from '../src/features/members/member.ts'
import { CAST, type CastName, type House, openHouse } from './support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.app.ready()
})

/** Whoever stands at a door: each of the cast, and somebody signed out. */
const PEOPLE = [...Object.keys(CAST), null] as (CastName | null)[]

const mayEnter = (who: CastName | null, door: string) => {
  if (door === 'anyone') return true
  if (who === null) return false

  return door === 'signed_in' || may(house.as(who).actor, door as Capability)
}

describe('every route', () => {
  it('names who may enter', () => {
    expect(house.app.routesWithDoors.length).toBeGreaterThan(10)
    expect(house.app.routesWithDoors.filter(({ door }) => !door)).toEqual([])
  })

  it('turns away exactly those it is not for', async () => {
    const wrong: string[] = []
    for (const { method, url, door } of house.app.routesWithDoors)
      for (const who of PEOPLE) {
        if (method === 'HEAD' || url.startsWith('/assets/') || url === '/sign-out') continue
        const at = url.replace(/:\w+/g, 'nobody-knows-this')
        const answer = await (method === 'GET' ? house.get(who, at) : house.post(who, at))
        const turnedAway =
          answer.statusCode === 403 ||
          answer.statusCode === 401 ||
          String(answer.headers.location).startsWith('/sign-in?next=')
        if (turnedAway === mayEnter(who, door))
          wrong.push(`${method} ${url} (${door}) answered ${answer.statusCode} to ${who ?? 'somebody signed out'}`)
      }
    expect(wrong).toEqual([])
  })
})
