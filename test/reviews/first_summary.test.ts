import { expect, it } from 'vitest'
import { firstSummary } from '../../src/features/reviews/first_summary.ts'
import { reading, shareCell } from '../support/review_material.ts'

it('says of a measure that leads among some contacts only among which it counts, with and without a quarter before', () => {
  const cells = ['2026-01', '2026-04'].map((span) => shareCell('escalation', span, [5, 9]))
  const read = { ...reading({ totals: cells, primaryMeasure: 'escalation' }), months: ['2026-04'] }
  const said = 'April 2026: 5 of 9 contacts where one was needed were offered a way to take it further.'
  expect(firstSummary(read)).toContain(said)
  expect(firstSummary({ ...read, before: ['2026-01'] })).toContain(`${said} No clear change since January 2026.`)
})
