import { describe, expect, it } from 'vitest'
import { listReadable, mayRead } from '../../src/features/reflections/may_read.ts'

const handedIn = { leaderId: 'nora', handedIn: true }

describe('who may read a reflection', () => {
  it('its author reads all of it, with the prediction, once it is handed in', () => {
    expect(listReadable(handedIn, { id: 'nora', roles: ['leader'] })).toEqual(
      expect.arrayContaining(['story', 'valued', 'predictedValued', 'predictedAddressed', 'mood']),
    )
    expect(listReadable({ ...handedIn, handedIn: false }, { id: 'nora', roles: ['leader'] })).not.toContain(
      'predictedValued',
    )
  })

  it('leads read all but the prediction and the mood, unless it is their own', () => {
    const maud = listReadable(handedIn, { id: 'maud', roles: ['lead', 'leader'] })

    expect(maud).toContain('story')
    for (const name of ['predictedValued', 'predictedAddressed', 'mood'] as const) expect(maud).not.toContain(name)
    expect(listReadable({ ...handedIn, leaderId: 'maud' }, { id: 'maud', roles: ['lead'] })).toContain('mood')
  })

  it('leads read nothing that is not handed in', () => {
    expect(mayRead({ ...handedIn, handedIn: false }, { id: 'maud', roles: ['lead'] })).toBe(false)
  })

  it('nobody else reads anything until it is released', () => {
    for (const role of ['leader', 'owner', 'reviewer', 'admin']) {
      expect(mayRead(handedIn, { id: 'viktor', roles: [role] })).toBe(false)
    }
    expect(mayRead({ leaderId: '', handedIn: true }, { id: null, roles: [] })).toBe(false)
  })
})
