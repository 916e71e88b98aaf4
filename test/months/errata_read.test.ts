import { beforeAll, describe, expect, it } from 'vitest'
import { publishErratum } from '../../src/features/months/closing_actions.ts'
import type { House } from '../support/house.ts'
import { textOf } from '../support/months.ts'
import { closedHalfYear } from '../support/reviewed.ts'

const TOTALS = { breakdown: 'all', slice: '', measure: '' }
const BILLING = { breakdown: 'touchpoint', slice: 'billing_line', measure: 'addressed' }

let house: House

beforeAll(async () => {
  house = await closedHalfYear()
  const publish = (about: { span: string } & typeof TOTALS, words: string) =>
    publishErratum(house.as('maud'), { ...about, words })
  publish({ ...TOTALS, span: '2026-02' }, 'Contacts were entered twice.')
  publish({ ...TOTALS, span: '2026-06', measure: 'pride' }, 'Proud was read as embarrassed.')
  publish({ ...BILLING, span: '2026-Q2' }, 'Contacts of another line were counted here.')
})

describe('an erratum, wherever its figure is read', () => {
  it('is there months later, as long as the figure is', async () => {
    const words = 'Correction to February 2026, of 20 July 2026: Contacts were entered twice.'
    for (const url of ['/months', '/months?month=2026-02']) expect(await textOf(house, 'rhea', url)).toContain(words)
    expect(await textOf(house, 'rhea', '/months?month=2026-01')).not.toContain('entered twice')
  })

  it('is there beside how it felt to watch', async () => {
    const words = 'Correction to “Embarrassed to proud”, June 2026, of 20 July 2026: Proud was read as embarrassed.'
    expect(await textOf(house, 'rhea', '/months')).toContain(words)
  })

  it('says which measure and which slice it is to, where a page has several', async () => {
    const words =
      'Correction to “Concern addressed”, Billing line, April to June 2026, of 20 July 2026: Contacts of another'
    expect(await textOf(house, 'rhea', '/months?touchpoint=billing_line')).toContain(words)
    expect(await textOf(house, 'rhea', '/months?breakdown=touchpoint&measure=addressed')).toContain(words)
  })
})
