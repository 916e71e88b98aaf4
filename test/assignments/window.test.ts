import { describe, expect, it } from 'vitest'
import { timeLeftWords } from '../../src/features/assignments/briefing.ts'
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

describe('what is left of a window', () => {
  const left = (today: string, ...open: string[]) => timeLeftWords(window, day(today), open.map(day), 'en-GB')

  it('counts days on which somebody is there', () => {
    expect(left('2026-06-09', '2026-06-09', '2026-06-10', '2026-06-12')).toBe('3 days left, today included.')
    expect(left('2026-06-10', '2026-06-09', '2026-06-10', '2026-06-12')).toBe('2 days left, today included.')
    expect(left('2026-06-11', '2026-06-11', '2026-06-12')).toBe('Today or tomorrow.')
    expect(left('2026-06-12', '2026-06-09', '2026-06-12')).toBe('Today is the last day.')
  })

  it('says when it is closed there today', () => {
    expect(left('2026-06-09', '2026-06-10', '2026-06-12')).toBe(
      'It is closed there today. 2 days are left, from Wednesday 10 June on.',
    )
    expect(left('2026-06-11', '2026-06-12')).toBe('It is closed there today. One day is left: Friday 12 June.')
    expect(left('2026-06-11', '2026-06-09')).toBe('It is closed there on every day that is left.')
  })

  it('begins with the first day one can go', () => {
    expect(left('2026-06-08', '2026-06-10')).toBe('Your window begins on Wednesday 10 June.')
    expect(left('2026-06-13', '2026-06-10')).toBe('Your window ended on Friday 12 June.')
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
