import { describe, expect, it } from 'vitest'
import { ClockWatch, jumpInWords } from '../../src/lib/clock_watch.ts'

const at = (moment: string) => Temporal.Instant.from(moment)

describe('a clock', () => {
  it('is believed minute after minute, an hour on, and a day on', () => {
    const watch = new ClockWatch()
    for (const moment of ['2026-05-29T12:00Z', '2026-05-29T12:01Z', '2026-05-29T13:01Z', '2026-05-31T13:00Z'])
      expect(watch.believes(at(moment)), moment).toBe(true)
    expect(watch.jump).toBeNull()
  })

  it('is believed at the start whatever it says: the server may have been down for a year', () => {
    expect(new ClockWatch().believes(at('2031-01-01T00:00Z'))).toBe(true)
  })

  it('that goes a year ahead is not believed until it comes back', () => {
    const watch = new ClockWatch()
    expect(watch.believes(at('2026-05-29T12:00Z'))).toBe(true)
    expect(watch.believes(at('2027-05-29T12:00Z'))).toBe(false)
    expect(watch.believes(at('2027-05-29T12:01Z'))).toBe(false)
    expect(jumpInWords(watch.jump ?? { from: at('2020-01-01T00:00Z'), to: at('2020-01-01T00:00Z') })).toContain(
      'went from 2026-05-29 to 2027-05-29 at once',
    )
    expect(watch.believes(at('2026-05-29T12:02Z'))).toBe(true)
    expect(watch.jump).toBeNull()
  })

  it('that goes back and comes home is believed all the way', () => {
    const watch = new ClockWatch()
    for (const moment of ['2026-05-29T12:00Z', '2025-05-29T12:00Z', '2026-05-29T12:05Z'])
      expect(watch.believes(at(moment)), moment).toBe(true)
  })
})
