import { describe, expect, it } from 'vitest'
import { onceForEach, onceForText } from '../../src/lib/once_for_each.ts'

describe('what follows from a thing', () => {
  it('is worked out once for the very same thing, and for one like it apart', () => {
    let times = 0
    const made = onceForEach((of: { name: string }) => (times++ === 0 ? undefined : of.name))
    const [one, other] = [{ name: 'Nora' }, { name: 'Nora' }]
    expect([made(one), made(one), made(other), made(other)]).toEqual([undefined, undefined, 'Nora', 'Nora'])
    expect(times).toBe(2)
  })
})

describe('what follows from a text', () => {
  it('is worked out once, and anew when more than so many came in between', () => {
    const asked: string[] = []
    const long = onceForText<number>(2)
    const lengthOf = (text: string) =>
      long(text, (anew) => {
        asked.push(anew)
        return anew.length
      })
    expect(['a', '', 'a', '', 'abc', 'abc', 'a'].map(lengthOf)).toEqual([1, 0, 1, 0, 3, 3, 1])
    expect(asked).toEqual(['a', '', 'abc', 'a'])
  })
})
