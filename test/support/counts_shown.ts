import { addMonths } from '../../src/lib/periods.ts'
import { publishedCells } from '../../src/platform/db/tables.ts'
import type { Visited } from './crawl.ts'
import type { House } from './house.ts'

/** What is said on every page as an example, and what re-tests said, which is nobody's withheld figure (PRODUCT.md §5). */
const BESIDES = /“9 of 12”|Held in \d+ of \d+ re-tests: [^.]*\./g

/** Pages of a member's own contacts: they know these themselves. */
const OWN = /^\/(?:reflections|contacts|today|assignments)/

/** "page: 3 of 7" for each count a reader of closed months was shown that no published cell holds, nor months of them together. */
export function countsNeverPublished(house: House, pages: readonly Visited[]): string[] {
  const published = countsPublished(house)

  return pages
    .filter(({ url, kind }) => kind === 'text/html' && !OWN.test(url))
    .flatMap(({ url, html }) => countsIn(html).map((count) => ({ url, count })))
    .filter(({ count }) => !published.has(count))
    .map(({ url, count }) => `${url}: ${count}`)
}

/** Pictures say theirs in titles and descriptions, so text is all there is to read. */
function countsIn(html: string): string[] {
  const text = html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(BESIDES, '')

  return [...new Set([...text.matchAll(/(?<![\w,.])(\d+) of (\d+)(?![\d,.]*\d)/g)].map(([, n, of]) => `${n} of ${of}`))]
}

function countsPublished(house: House): Set<string> {
  const cells = house.db
    .select()
    .from(publishedCells)
    .all()
    .filter(({ shown, count }) => shown && count !== null)
  const totals = cells.filter(({ breakdown }) => breakdown === 'all')
  const byMonth = new Map(totals.map((cell) => [`${cell.measure} ${cell.level} ${cell.span}`, cell]))
  const together = totals.flatMap((cell) => {
    const next = [1, 2].map((n) => byMonth.get(`${cell.measure} ${cell.level} ${addMonths(cell.span, n)}`))
    const run = [cell, ...next.slice(0, next.includes(undefined) ? next.indexOf(undefined) : 2)]

    return run.map((_, n) => sumOf(run.slice(0, n + 1).flatMap((each) => each ?? [])))
  })

  return new Set([...cells.map((cell) => sumOf([cell])), ...together])
}

function sumOf(cells: readonly { count: number | null; of: number | null }[]): string {
  const sum = (key: 'count' | 'of') => cells.reduce((total, cell) => total + (cell[key] ?? 0), 0)

  return `${sum('count')} of ${sum('of')}`
}
