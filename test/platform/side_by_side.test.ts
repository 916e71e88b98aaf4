import { threadId } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { SideBySide } from '../../src/platform/solver/side_by_side.ts'
import { onlyHere, squares } from '../support/parts.ts'

const module = new URL('../support/parts.ts', import.meta.url)
const numbers = Array.from({ length: 30 }, (_, number) => number)
let beside: SideBySide | undefined

afterEach(() => beside?.end())

describe('work on two threads', () => {
  it('comes back whole and in order, whoever did which part, time after time', () => {
    beside = new SideBySide({ module, name: squares.name })
    for (let times = 0; times < 3; times++) {
      const input = { here: threadId, numbers, met: new Int32Array(new SharedArrayBuffer(4)) }

      expect(beside.all(input, squares(input))).toEqual(numbers.map((number) => number * number))
      expect(input.met[0]).toBe(1)
    }
  })

  it('is done here where the other thread fails', () => {
    beside = new SideBySide({ module, name: onlyHere.name })
    const input = { here: threadId, numbers }

    expect(beside.all(input, onlyHere(input))).toEqual(numbers)
  })

  it('throws what fails here', () => {
    beside = new SideBySide({ module, name: onlyHere.name })
    const input = { here: threadId - 1, numbers }

    expect(() => beside?.all(input, onlyHere(input))).toThrow('not here')
  })

  it('of no parts is done at once', () => {
    beside = new SideBySide({ module, name: onlyHere.name })

    expect(beside.all({ here: threadId, numbers: [] }, [])).toEqual([])
  })
})
