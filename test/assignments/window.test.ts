import { describe, expect, it } from 'vitest'
import { contactDayComplaint, listWindowDays, placeOf, type Window } from '../../src/features/assignments/window.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const window: Window = { fromDay: day('2026-06-09'), toDay: day('2026-06-12'), daypart: 'morning' }

describe('a window', () => {
  it('holds its first and its last day', () => {
    const places = ['2026-06-08', '2026-06-09', '2026-06-12', '2026-06-13'].map((text) => placeOf(window, day(text)))

    expect(places).toEqual(['ahead', 'now', 'now', 'over'])
  })

  it('shows each day with where it stands and whether the touchpoint is open', () => {
    const days = listWindowDays(window, day('2026-06-10'), (each) => each.day !== 12)

    expect(days.map((each) => [each.day.day, each.place, each.open])).toEqual([
      [9, 'past', true],
      [10, 'now', true],
      [11, 'ahead', true],
      [12, 'ahead', false],
    ])
  })
})

describe('the day of a contact', () => {
  const today = day('2026-06-11')

  it('may be today, and the first day of the window', () => {
    expect(contactDayComplaint(today, window.fromDay, today)).toBeNull()
    expect(contactDayComplaint(window.fromDay, window.fromDay, today)).toBeNull()
  })

  it('is refused with an explanation when it has not come yet', () => {
    expect(contactDayComplaint(day('2026-06-12'), window.fromDay, today)).toMatch(/not come yet/)
  })

  it('is refused with an explanation when it lies before the window', () => {
    expect(contactDayComplaint(day('2026-06-08'), window.fromDay, today)).toMatch(/before your window/)
  })

  it('is kept when the window was over: what happened, happened', () => {
    expect(contactDayComplaint(day('2026-06-14'), window.fromDay, day('2026-06-15'))).toBeNull()
  })

  it('has no window where nobody planned it', () => {
    expect(contactDayComplaint(day('2026-01-02'), null, today)).toBeNull()
  })
})
