import { describe, expect, it } from 'vitest'
import { gapChart } from '../../src/charts/gap.ts'

const month = (name: string, gap: { value: number; low: number; high: number } | null, said: string) => ({
  ...{ label: name.slice(0, 3), name, gap, said, now: name.startsWith('June') },
})

describe('felt less expected', () => {
  const drawn = gapChart({
    id: 'gap',
    title: 'Felt less expected',
    months: [
      month('April 2026', null, 'withheld'),
      month('May 2026', { value: -4, low: -6.5, high: -1.5 }, '−4.0 over 2, 95% interval −6.5 to −1.5'),
      month('June 2026', { value: 0, low: -1, high: 1 }, '0.0 over 12, 95% interval −1.0 to +1.0'),
    ],
  })

  it('says every number in words, and draws nothing where something is withheld', () => {
    expect(drawn).toContain(
      'April 2026: withheld. May 2026: −4.0 over 2, 95% interval −6.5 to −1.5. June 2026: 0.0 over 12',
    )
    expect(drawn.match(/<circle/g)).toHaveLength(2)
    expect(drawn).toContain('<circle class="dot now" cx="56.5%"')
  })

  it('ends an interval with the scale', () => {
    expect(drawn).toContain('<line class="reach" x1="16%" x2="41.31%"')
  })
})
