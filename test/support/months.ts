import { expect } from 'vitest'
import { type CastName, type House, openHouse } from './house.ts'
import { parseCsv } from './parse_csv.ts'
import { furnish, reflect } from './reflected.ts'

const LEADERS = ['nora', 'viktor', 'maud', 'otto', 'rhea', 'alva'] as const

/** Six contacts by six leaders; `unlucky` of them felt a nuisance, the others valued. */
function contacts(house: House, month: string, unlucky: number, differs: Parameters<typeof reflect>[1] = {}): void {
  LEADERS.forEach((leaderId, i) => {
    reflect(house.as(), { month, leaderId, valued: i < unlucky ? 1 : 5, predictedValued: 4, ...differs })
  })
}

/** A house with three months of contacts, July running. */
export async function inhabited(): Promise<House> {
  const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
  furnish(house.as())
  contacts(house, '2026-05', 1)
  contacts(house, '2026-06', 2, { programId: 'after_hours', standards: { three_minutes: 'not_met' } })
  contacts(house, '2026-07', 6)

  return house
}

/** What a reader reads: the page without its marks. */
export async function textOf(house: House, who: CastName, url: string): Promise<string> {
  const answer = await house.get(who, url)
  expect(answer.statusCode).toBe(200)

  return answer.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

/** The rows of an export without its header. */
export async function csvOf(house: House, url: string): Promise<string[][]> {
  const answer = await house.get('maud', url)
  expect(answer.statusCode).toBe(200)

  return parseCsv(answer.body).slice(1)
}

/** count, of, value, low and high of one measure in one span. */
export function cellsOf(rows: string[][], measure: string, span: string): string[] {
  const found = rows.filter((row) => row[0] === measure && row[2] === span)
  expect(found).toHaveLength(1)

  return found[0]?.slice(6) ?? []
}
