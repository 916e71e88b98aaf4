import { writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { beforeEach, expect, it } from 'vitest'
import { addProgram } from '../../src/features/programs/actions.ts'
import { drizzleOver, prepare } from '../../src/platform/db/open.ts'
import { assignments, auditEntries, letters, rounds } from '../../src/platform/db/tables.ts'
import { runKilled } from '../support/killing.ts'
import { ownFolder } from '../support/own_folder.ts'
import { openRotatingHouse, programDetails } from '../support/rotating.ts'

/** The first round is due to be planned and published. */
const MOMENT = '2026-06-03T09:00:00Z'

const inFolder = ownFolder('test')
let path: string
beforeEach(async () => {
  path = inFolder('house.db')
  const house = await openRotatingHouse({ now: '2026-05-10T09:00:00Z' })
  addProgram(house.as('maud'), programDetails({ runsItself: true }))
  writeFileSync(path, house.db.$client.serialize())
})

it('a server killed again and again while it plans, publishes and writes makes each round and each letter once', () => {
  const whole = inFolder('whole.db')
  writeFileSync(whole, new Database(path).serialize())
  const statements = run(whole, 0).statements
  expect(statements).toBeGreaterThan(50)

  for (const share of [0.15, 0.6, 0.85, 0.97]) expect(run(path, Math.round(statements * share)).signal).toBe('SIGKILL')
  for (let i = 0; i < 2; i++) expect(run(path, 0).status).toBe(0)
  expect(standing(path)).toEqual(standing(whole))
  expect(standing(path).rounds).toEqual(['2026-06 published'])
  expect(standing(path).letters).not.toEqual([])
})

const run = (file: string, nth: number) => runKilled('plan, publish and remind', file, MOMENT, nth)

/** Everything but the ids, which are random. */
function standing(file: string) {
  const sqlite = prepare(new Database(file))
  const db = drizzleOver(sqlite)
  const found = {
    rounds: db
      .select()
      .from(rounds)
      .all()
      .map(({ period, state }) => `${period} ${state}`),
    assignments: db
      .select()
      .from(assignments)
      .all()
      .map((one) => `${one.leaderId} ${one.touchpointId} ${one.fromDay} ${one.toDay} ${one.state}`)
      .sort(),
    audit: db
      .select()
      .from(auditEntries)
      .all()
      .map(({ action }) => action)
      .sort(),
    letters: db
      .select()
      .from(letters)
      .all()
      .map(({ memberId, kind }) => `${memberId} ${kind}`)
      .sort(),
  }
  sqlite.close()

  return found
}
