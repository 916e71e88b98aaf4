import { describe, expect, it } from 'vitest'
import { isIn, namesIn } from '../../src/lib/written_out.ts'

describe('a record that is written out', () => {
  it('has the names that stand in it, in their order', () => {
    expect(namesIn({ facts: 1, feelings: 2, meaning: 3 })).toEqual(['facts', 'feelings', 'meaning'])
  })
})

describe('a list that is written out', () => {
  it('tells its own words from others, whatever they are called', () => {
    expect(['fix', 'coach', 'celebrate', 'toString', ''].filter((word) => isIn(['fix', 'coach'], word))).toEqual([
      'fix',
      'coach',
    ])
  })
})
