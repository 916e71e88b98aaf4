import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WindowWish } from '../../src/features/programs/own_days.ts'
import { placeWindows, type Window } from '../../src/features/programs/windows.ts'

/** Days 0 to 27 are four weeks that begin on a Monday. */
const WORKDAYS = Array.from({ length: 28 }, (_, day) => day).filter((day) => day % 7 < 5)
const ROOM = { taken: [], spacing: 3, longest: Number.POSITIVE_INFINITY }
const anybody: WindowWish = { days: WORKDAYS, markers: [] }

const place = (wishes: WindowWish[], room: Partial<typeof ROOM> = {}) => placeWindows(wishes, { ...ROOM, ...room })
const inOrder = (windows: (Window | null)[]) =>
  windows.flatMap((window) => window ?? []).sort((a, b) => a.from - b.from)
const gaps = (windows: Window[]) => windows.slice(1).map((window, i) => window.from - (windows[i] as Window).to)

describe('windows at a touchpoint', () => {
  it('give a single contact every day there is, or as many as a window may have', () => {
    expect(place([anybody])[0]).toMatchObject({ from: 0, to: 25 })
    expect(place([anybody], { longest: 10 })[0]?.days).toEqual(WORKDAYS.slice(0, 10))
  })

  it('share four weeks evenly between two, over a weekend apart', () => {
    const [first, second] = inOrder(place([anybody, anybody]))
    expect([first, second]).toMatchObject([
      { from: 0, to: 11 },
      { from: 14, to: 25 },
    ])
  })

  it('begin with the leader whose days are over first', () => {
    const early = { days: WORKDAYS.filter((day) => day < 4), markers: [] }
    const [late, soon] = place([anybody, early])
    expect(soon?.to).toBeLessThan(late?.from ?? 0)
  })

  it('grow shorter before they come closer, and come closer before anybody goes without', () => {
    expect(Math.min(...gaps(inOrder(place(new Array(8).fill(anybody)))))).toBeGreaterThanOrEqual(3)
    const crowded = inOrder(place(new Array(14).fill(anybody)))
    expect(crowded).toHaveLength(14)
    expect(Math.min(...gaps(crowded))).toBeGreaterThanOrEqual(1)
  })

  it('keep away from windows that stand already, and off their markers', () => {
    const [window] = place([anybody], { taken: [{ from: 7, to: 11 }] as never })
    expect(window).toMatchObject({ from: 14, to: 25 })
    expect(place([{ days: WORKDAYS, markers: [10] }])[0]).toMatchObject({ from: 10, to: 25 })
  })

  it('never overlap, lie on days that were wished', () => {
    const wish = fc.subarray(WORKDAYS, { minLength: 6 }).map((days) => ({ days, markers: [] }))
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 5 }), (wishes) => {
        const windows = place(wishes)
        expect(windows).not.toContain(null)
        for (const [i, window] of windows.entries())
          expect(wishes[i]?.days).toEqual(expect.arrayContaining(window?.days ?? []))
        for (const gap of gaps(inOrder(windows))) expect(gap).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})
