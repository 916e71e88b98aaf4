import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, csv, defused } from '../../src/lib/csv.ts'
import { parseCsv } from '../support/parse_csv.ts'

const cells: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('a,b', '"', 'two\r\nlines', ' edge ', '=1+1', '', '+44', '-x', '@x', '\t=x', '＝x'),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
)

describe('comma-separated values', () => {
  it('quote what needs it and end every line', () => {
    expect(
      csv(
        ['measure', 'of'],
        [
          ['say "hello", then wait', 12],
          ['', null],
        ],
      ),
    ).toBe('measure,of\r\n"say ""hello"", then wait",12\r\n,\r\n')
  })

  it('read back as what was written', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cells, { minLength: 2, maxLength: 4 })), (rows) => {
        const written = rows.map((row) =>
          row.map((cell) => (typeof cell === 'string' ? defused(cell) : cell === null ? '' : String(cell))),
        )
        expect(parseCsv(csv(['first', 'second'], rows))).toEqual([['first', 'second'], ...written])
      }),
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '\u00a0=1', '＝1', '＋1', '－1', '＠x'])(
    'never let the text %j become a formula',
    (text) => {
      expect(defused(text)).toBe(`'${text}`)
    },
  )

  it('leave other text and negative numbers alone', () => {
    expect(defused('3 of 4 = most')).toBe('3 of 4 = most')
    expect(csv(['gap'], [[-1.25]])).toBe('gap\r\n-1.25\r\n')
  })
})
