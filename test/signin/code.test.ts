import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_MINUTES, hashCode, MOST_ATTEMPTS, newCode, readCode, tryCode } from '../../src/features/signin/code.ts'
import { linkState } from '../../src/features/signin/link.ts'
import { deviceName, isLive } from '../../src/features/signin/session.ts'

const secret = 'a secret of at least thirty-two characters'
const asked = Temporal.Instant.from('2026-06-10T09:00:00Z')
const request = {
  memberId: 'nora',
  codeHash: hashCode(secret, 'r', '012345'),
  attempts: 0,
  expiresAt: asked.add({ minutes: CODE_MINUTES }).epochMilliseconds,
}
const typed = (code: string) => hashCode(secret, 'r', code)

describe('a code', () => {
  it('has six digits, leading noughts included', () => {
    for (let i = 0; i < 500; i++) expect(newCode()).toMatch(/^\d{6}$/)
  })

  it.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['123-456', '123456'],
    ['１２３４５６', '123456'],
    ['12345', undefined],
    ['1234567', undefined],
    ['12345a', undefined],
    ['', undefined],
  ])('typed as «%s» reads %s', (text, read) => {
    expect(readCode(text)).toBe(read)
  })

  it('is right once it is typed, within ten minutes', () => {
    expect(tryCode(request, typed('012345'), asked)).toBe('right')
    expect(tryCode(request, typed('012345'), asked.add({ minutes: 9, seconds: 59 }))).toBe('right')
    expect(tryCode(request, typed('012345'), asked.add({ minutes: 10 }))).toBe('late')
  })

  it('that belongs to nobody is never right', () => {
    expect(tryCode({ ...request, memberId: null }, typed('012345'), asked)).toBe('wrong')
  })

  it('that was wrong five times is not looked at again, not even the right one', () => {
    expect(tryCode({ ...request, attempts: MOST_ATTEMPTS - 1 }, typed('012345'), asked)).toBe('right')
    expect(tryCode({ ...request, attempts: MOST_ATTEMPTS }, typed('012345'), asked)).toBe('too_often')
  })

  it('is worth something for its own request and with this secret only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (otherSecret, otherId) => {
        fc.pre(otherSecret !== secret && otherId !== 'r')

        return (
          hashCode(otherSecret, 'r', '012345') !== request.codeHash &&
          hashCode(secret, otherId, '012345') !== request.codeHash
        )
      }),
    )
  })
})

describe('a letter’s link', () => {
  const link = { memberId: 'nora', browserHash: 'b', expiresAt: request.expiresAt }

  it('signs in only in the browser that asked', () => {
    expect(linkState(link, 'b', asked)).toEqual({ kind: 'yours', memberId: 'nora' })
    expect(linkState(link, 'c', asked)).toEqual({ kind: 'another_browser' })
    expect(linkState(link, undefined, asked)).toEqual({ kind: 'another_browser' })
  })

  it('tells nobody whether an address is known', () => {
    expect(linkState({ ...link, memberId: null }, 'c', asked)).toEqual(linkState(undefined, 'c', asked))
  })

  it('is gone after its ten minutes', () => {
    expect(linkState(link, 'b', asked.add({ minutes: 10 }))).toEqual({ kind: 'gone' })
  })
})

describe('a session', () => {
  it.each([
    ['2026-06-01', '2026-06-01', true],
    ['2026-06-01', '2026-07-01', true],
    ['2026-06-01', '2026-07-02', false],
    ['2026-08-29', '2026-08-30', true],
    ['2026-08-30', '2026-08-31', false],
  ])('of which 30 August is the last day, seen %s, lives on %s: %s', (seenOn, today, lives) => {
    expect(isLive({ seenOn, expiresOn: '2026-08-30' }, today)).toBe(lives)
  })

  it('knows its device by name, and no more', () => {
    expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19 Safari/604.1')).toBe(
      'Safari on iPhone',
    )
    expect(deviceName('curl/8')).toBe('Another program')
    fc.assert(fc.property(fc.string(), (agent) => deviceName(agent).length < 40))
  })
})
