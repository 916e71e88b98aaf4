import { describe, expect, it } from 'vitest'
import { openHouse } from '../support/house.ts'
import { csvOf, inhabited } from '../support/months.ts'

describe('both formats', () => {
  it.each(['?month=2026-07', '?breakdown=touchpoint', '?program=after_hours'])(
    'hold the same results in the same order, each with the same digits: %s',
    async (query) => {
      const house = await inhabited()
      const csv = (await csvOf(house, `/months.csv${query}`)).filter(([measure]) => measure !== 'note')
      const { slices } = (await house.get('maud', `/months.json${query}`)).json<{ slices: JsonSlice[] }>()
      const said = (number: number | null) => (number === null ? '' : String(number))
      const json = slices.flatMap(({ breakdown, name, results }) =>
        results.map(({ measure, kind, span, withheld, level, level_name, count, of, value, low, high }) => [
          ...[measure, kind, span, breakdown ?? '', name ?? '', level_name || level, said(count), said(of)],
          ...[withheld ? 'withheld' : said(value), said(low), said(high)],
        ]),
      )
      expect(json.length).toBeGreaterThan(200)
      expect(csv).toEqual(json)
    },
  )
})

describe('a refusal', () => {
  it.each([
    ['/months.csv?month=soon', 'text/plain; charset=utf-8'],
    ['/months.json?month=soon', 'application/json; charset=utf-8'],
  ])('of %s is written as whoever reads such a file would read it', async (url, type) => {
    const house = await openHouse()
    for (const accept of ['*/*', 'text/html,*/*;q=0.8']) {
      const { statusCode, headers, body } = await house.get('maud', url, { accept })
      expect([statusCode, headers['content-type']]).toEqual([422, type])
      expect(body).toContain('Ask for one month')
      expect(body).not.toContain('<')
    }
    const [program, somebody] = [await house.get(null, url), await house.get(null, url, { accept: 'text/html' })]
    expect([program.statusCode, program.headers['content-type']]).toEqual([401, type])
    expect(somebody.headers.location, 'who sits at a browser can sign in').toMatch(/^\/sign-in\?next=/)
  })
})

interface JsonSlice {
  breakdown: string | null
  name: string | null
  results: (Record<'measure' | 'kind' | 'span' | 'level' | 'level_name', string> &
    Record<'count' | 'of' | 'value' | 'low' | 'high', number | null> & { withheld: boolean })[]
}
