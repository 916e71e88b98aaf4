import { beforeEach, describe, expect, it } from 'vitest'
import { JOBS, type Job, startJobs } from '../src/jobs.ts'
import { auditEntries, letters } from '../src/platform/db/tables.ts'
import { newBreaker } from '../src/platform/mail/breaker.ts'
import { type House, openHouse } from './support/house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})

const NEVER = '0 0 29 2 *'
const chance = () => 0
const meansOf = (one: House) => ({
  ...{ context: () => one.as(), postman: undefined, breaker: newBreaker(chance), chance },
  baseUrl: 'http://127.0.0.1:3000',
})
const means = () => meansOf(house)
const job = (name: string, run: Job['run'], when = NEVER): Job => ({ name, when, run })

describe('the timetable', () => {
  it('is harmless twice, and on an installation that is not set up yet', async () => {
    const empty = await openHouse({ empty: true })
    for (const one of [house, empty]) {
      const told: unknown[] = []
      const twice = () => startJobs(meansOf(one), (...it) => told.push(it))
      for (const running of [twice(), twice()]) {
        await running.begun
        await running.stop()
      }
      expect(told).toEqual([])
      expect(one.db.select().from(letters).all()).toEqual([])
      expect(one.db.select().from(auditEntries).all()).toEqual([])
    }
  })

  it('gives each job a name of its own', () => {
    expect(new Set(JOBS.map(({ name }) => name)).size).toBe(JOBS.length)
  })
})

describe('a job', () => {
  it('runs at start, for what was missed while the server was down', async () => {
    const ran: string[] = []
    const running = startJobs(means(), () => {}, [
      job('a', () => void ran.push('a')),
      job('b', () => void ran.push('b')),
    ])
    await running.begun
    await running.stop()
    expect(ran).toEqual(['a', 'b'])
  })

  it('that fails is told, and the others run', async () => {
    const told: string[] = []
    let ran = false
    const fails = job('fails', () => {
      throw new Error('no')
    })
    const running = startJobs(means(), (name, error) => told.push(`${name}: ${(error as Error).message}`), [
      fails,
      job('runs', () => {
        ran = true
      }),
    ])
    await running.begun
    await running.stop()
    expect([told, ran]).toEqual([['fails: no'], true])
  })

  it('at work is not begun again, and is waited for at a stop; afterwards none begins', async () => {
    let begun = 0
    let done = 0
    const gate = Promise.withResolvers<void>()
    const running = startJobs(means(), () => {}, [
      job('slow', async () => {
        begun++
        await gate.promise
        done++
      }),
    ])
    await running.runNow('slow')
    const stopped = running.stop()
    gate.resolve()
    await stopped
    await running.runNow('slow')
    expect([begun, done]).toEqual([1, 1])
  })

  it('waits while the clock is a year ahead, says so once, and runs again when it is set back', async () => {
    const told: string[] = []
    const ran: string[] = []
    const running = startJobs(means(), (name, error) => told.push(`${name}: ${(error as Error).message}`), [
      job('counts', ({ now }) => void ran.push(`${now}`.slice(0, 10))),
    ])
    await running.begun
    for (const moment of ['2027-06-10T09:00:00Z', '2027-06-10T09:01:00Z', '2026-06-10T09:02:00Z']) {
      house.now = Temporal.Instant.from(moment)
      await running.runNow('counts')
    }
    await running.stop()
    expect(ran).toEqual(['2026-06-10', '2026-06-10'])
    expect(told).toEqual([expect.stringContaining('watch the clock: The clock of this machine went from 2026-06-10')])
  })

  it('is told to stop when the server does', async () => {
    const gate = Promise.withResolvers<boolean>()
    const running = startJobs(means(), () => {}, [
      job('listens', (_ctx, { stopping }) => {
        stopping.addEventListener('abort', () => gate.resolve(true))
      }),
    ])
    await running.begun
    await running.stop()
    expect(await gate.promise).toBe(true)
  })
})
