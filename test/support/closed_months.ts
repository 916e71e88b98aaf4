import { GAP, PRIDE, SHARES, TOOK_PART } from '../../src/features/months/measures.ts'
import { wilson } from '../../src/lib/statistics.ts'
import type { Db } from '../../src/platform/db/open.ts'
import { closedMonths, publishedCells } from '../../src/platform/db/tables.ts'

type Row = typeof publishedCells.$inferInsert

/** Months as a closing leaves them: every measure `count` of `of`; those named are withheld. */
export function plantClosedMonths(
  db: Db,
  months: Record<string, { count: number; of: number; withheld?: readonly string[] }>,
  fiscalYearStart = 1,
): void {
  for (const [month, { count, of, withheld = [] }] of Object.entries(months)) {
    db.insert(closedMonths)
      .values({
        ...{ month, closedOn: `${month}-28`, smallestGroup: 5, fiscalYearStart, primaryMeasure: 'valued' },
        ...{ contactsHidden: 0, contactsHiddenAtLeast: 0 },
      })
      .run()
    for (const { key } of [...SHARES, TOOK_PART])
      db.insert(publishedCells)
        .values(cell(month, key, '', { count, of, shown: !withheld.includes(key) }))
        .run()
    for (const level of PRIDE.counts)
      db.insert(publishedCells)
        .values(cell(month, PRIDE.key, level, { count: 2, of, shown: true }))
        .run()
    db.insert(publishedCells)
      .values({
        ...cell(month, GAP.key, '', { count: 0, of, shown: true }),
        ...{ count: null, sum: -of, squares: 2 * of, value: -1, low: -1.5, high: -0.5 },
      })
      .run()
  }
}

function cell(
  month: string,
  measure: string,
  level: string,
  { count, of, shown }: { count: number; of: number; shown: boolean },
): Row {
  const place = {
    span: month,
    firstMonth: month,
    lastMonth: month,
    breakdown: 'all',
    slice: '',
    sliceName: '',
  } as const
  const name = { ...place, measure, level, levelName: level, confidence: 0.99, shown }

  return shown ? { ...name, count, of, value: count / of, ...wilson(count, of) } : name
}
