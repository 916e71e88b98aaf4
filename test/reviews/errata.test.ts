import { beforeAll, describe, expect, it } from 'vitest'
import { publishErratum } from '../../src/features/months/closing_actions.ts'
import type { House } from '../support/house.ts'
import { parseCsv } from '../support/parse_csv.ts'
import { readPdf } from '../support/read_files.ts'
import { closedHalfYear, draftOf } from '../support/reviewed.ts'
import { squeezed } from '../support/said_everywhere.ts'

const ALL = { breakdown: '', slice: '', measure: '' }
const BILLING = { breakdown: 'touchpoint', slice: 'billing_line', measure: 'valued' }

let house: House
let page: string
let pdf: string
let csv: string[][]

beforeAll(async () => {
  house = await closedHalfYear()
  const publish = (about: { span: string } & typeof ALL, words: string) =>
    publishErratum(house.as('maud'), { ...about, words })
  publish({ ...ALL, span: '2026-06' }, 'Contacts were entered twice.')
  publish({ ...ALL, breakdown: 'all', span: '2026-02', measure: 'valued' }, 'An answer was read the wrong way round.')
  publish({ ...BILLING, span: '2026-Q2' }, 'Contacts of another line were counted here.')
  publish({ span: '2026-Q2', breakdown: 'channel', slice: 'phone', measure: '' }, 'A chat was taken for a call.')
  const { id } = draftOf(house, '2026-Q2')
  page = (await house.get('maud', `/reviews/${id}`)).body
  csv = parseCsv((await house.get('maud', `/reviews/${id}/export/csv`)).body)
  pdf = squeezed((await readPdf((await house.get('maud', `/reviews/${id}/export/pdf`)).rawPayload)).pages.join(''))
})

describe('an erratum in a review', () => {
  it.each([
    'Erratum of 20 July 2026 to June 2026: Contacts were entered twice.',
    'Erratum of 20 July 2026 to “Felt valued”, Billing line, April to June 2026: Contacts of another line were counted here.',
  ])('says to which figures it is: “%s”', (words) => {
    expect(page).toContain(words)
    expect(pdf).toContain(squeezed(words))
  })

  it('is a row of its own in the CSV, with the span and slice of the figures it is to', () => {
    const row = (span: string, [breakdown, slice]: [string, string], words: string) => {
      return ['note', 'note', span, breakdown, slice, `Erratum of 2026-07-20${words}`, '', '', '', '', '']
    }
    const all: [string, string] = ['', '']
    expect(csv.filter(([, , span, , , words]) => span && words?.startsWith('Erratum')).sort()).toEqual([
      row('2026-02', all, ' to “Felt valued”: An answer was read the wrong way round.'),
      row('2026-06', all, ': Contacts were entered twice.'),
      row('2026-Q2', ['touchpoint', 'Billing line'], ' to “Felt valued”: Contacts of another line were counted here.'),
    ])
  })

  it('is there for a month before the quarter, which its charts show as it was published', () => {
    const words = 'Erratum of 20 July 2026 to “Felt valued”, February 2026: An answer was read the wrong way round.'
    expect(page).toContain(words)
  })

  it('is left out where its figures are', () => {
    expect(page).not.toContain('A chat was taken for a call.')
  })
})
