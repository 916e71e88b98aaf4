import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Breaker, newBreaker } from '../../src/platform/mail/breaker.ts'
import { backOff, LEASE_MINUTES } from '../../src/platform/mail/outbox.ts'
import { PATIENCE } from '../../src/platform/mail/smtp.ts'

let breaker: Breaker
beforeEach(() => {
  breaker = newBreaker(() => 0)
})

describe('the back-off', () => {
  it('doubles from a minute to two hours, and adds by chance up to half as much', () => {
    expect([1, 2, 3, 4, 8, 30].map((n) => backOff(n, 0) / 60)).toEqual([1, 2, 4, 8, 120, 120])
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), share, (n, chance) => {
        const least = backOff(n, 0)
        expect(backOff(n, chance)).toBeGreaterThanOrEqual(least)
        expect(backOff(n, chance)).toBeLessThanOrEqual(least * 1.5)
        expect(backOff(n + 1, 0)).toBeGreaterThanOrEqual(least)
      }),
    )
  })

  it('leaves a letter alone for longer than the slowest delivery takes', () => {
    expect(LEASE_MINUTES * 60_000).toBeGreaterThan(2 * PATIENCE.whole)
  })
})

describe('the breaker', () => {
  const at = (minute: number) => Temporal.Instant.from('2026-06-10T09:00:00Z').add({ minutes: minute })

  it('opens for longer each time, counts a failure once, and forgets when a letter arrives', () => {
    expect(breaker.stateAt(at(0))).toBe('closed')
    breaker.failed(at(0))
    breaker.failed(at(0))
    expect([breaker.stateAt(at(0)), breaker.stateAt(at(1))]).toEqual(['open', 'half_open'])
    breaker.failed(at(1))
    expect([breaker.stateAt(at(2)), breaker.stateAt(at(3))]).toEqual(['open', 'half_open'])
    breaker.worked()
    expect(breaker.stateAt(at(3))).toBe('closed')
  })

  it('asks a server that stays away at least every 23 minutes', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(chance, { minLength: 1, maxLength: 40 }), (chances) => {
        const shaky = newBreaker(() => chances.pop() ?? 0)
        let minute = 0
        for (let failures = 0; failures < 20; failures++) {
          shaky.failed(at(minute))
          minute += 23
          expect(shaky.stateAt(at(minute))).toBe('half_open')
        }
      }),
    )
  })

  it('is not kept open by a clock that was set back', () => {
    breaker.failed(at(60 * 24 * 365))
    expect(breaker.stateAt(at(0))).toBe('half_open')
  })
})
