import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenBy, type OwnContact, standing } from '../../src/features/assignments/own_initiative.ts'

const weekdays = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]]))

/** Nora rings the billing line of another department on a Wednesday; tests say what differs. */
function contact(differs: Partial<OwnContact> = {}): OwnContact {
  return {
    leader: { id: 'nora', department: 'operations', languages: ['en'], country: 'GB', zone: 'Europe/London' },
    touchpoint: {
      id: 'billing',
      department: 'finance',
      languages: ['en', 'de'],
      weight: 1,
      zone: 'Europe/London',
      open: weekdays,
    },
    day: Temporal.PlainDate.from('2026-06-10'),
    rules: { cooldownDays: 90, lockoutDays: 365, spacingDays: 3, perMonth: 2 },
    holidays: [],
    history: [],
    fixed: [],
    ...differs,
  }
}

const made = (day: string, touchpoint = 'billing', blown = false) => ({ leader: 'nora', touchpoint, day, blown })
const window = (leader: string, touchpoint: string, from: string, to: string) => ({
  leader,
  touchpoint,
  round: 'june',
  from,
  to,
})

describe('the hard rules, asked of a contact nobody planned', () => {
  it('allow what the rotation would have allowed', () => {
    expect(brokenBy(contact())).toBeNull()
  })

  it('keep a leader from their own department, their own touchpoint and a language they do not speak', () => {
    const { leader, touchpoint } = contact()

    expect(brokenBy(contact({ leader: { ...leader, department: 'finance' } }))).toBe('own_department')
    expect(brokenBy(contact({ touchpoint: { ...touchpoint, owner: 'nora' } }))).toBe('own_touchpoint')
    expect(brokenBy(contact({ leader: { ...leader, languages: ['fr'] } }))).toBe('language')
  })

  it('let the cool-down pass, before and after', () => {
    expect(brokenBy(contact({ history: [made('2026-03-12')] }))).toBeNull()
    expect(brokenBy(contact({ history: [made('2026-03-13')] }))).toBe('cooldown')
    expect(brokenBy(contact({ history: [made('2026-07-01')] }))).toBe('cooldown')
    expect(brokenBy(contact({ fixed: [window('nora', 'billing', '2026-08-03', '2026-08-07')] }))).toBe('cooldown')
  })

  it('keep a leader away from where their cover was blown', () => {
    expect(brokenBy(contact({ history: [made('2025-07-01', 'billing', true)] }))).toBe('lockout')
    expect(brokenBy(contact({ history: [made('2025-07-01', 'chat', true)] }))).toBeNull()
  })

  it('allow two contacts a month over all touchpoints, open ones included', () => {
    expect(brokenBy(contact({ history: [made('2026-06-01', 'chat'), made('2026-06-02', 'shop')] }))).toBe('per_month')
    const open = [window('nora', 'chat', '2026-06-22', '2026-06-26')]
    expect(brokenBy(contact({ history: [made('2026-06-01', 'shop')], fixed: open }))).toBe('per_month')
  })

  it('leave colleagues their windows', () => {
    expect(brokenBy(contact({ fixed: [window('viktor', 'billing', '2026-06-08', '2026-06-12')] }))).toBe('capacity')
    expect(brokenBy(contact({ fixed: [window('viktor', 'billing', '2026-06-11', '2026-06-12')] }))).toBeNull()
  })

  it('mind absences, holidays, blocked days and closed ones', () => {
    const { leader, touchpoint } = contact()
    const absences = [{ from: '2026-06-08', to: '2026-06-12' }]

    expect(brokenBy(contact({ leader: { ...leader, absences } }))).toBe('absent')
    expect(brokenBy(contact({ holidays: ['2026-06-10'] }))).toBe('holiday')
    expect(brokenBy(contact({ touchpoint: { ...touchpoint, blocked: ['2026-06-10'] } }))).toBe('blocked_day')
    expect(brokenBy(contact({ day: Temporal.PlainDate.from('2026-06-14') }))).toBe('closed')
    expect(brokenBy(contact({ leader: { ...leader, hours: { wed: [['07:00', '09:30']] } } }))).toBe('hours')
  })
})

describe('a contact nobody planned', () => {
  it('is counted when the rules would have allowed it and it is the only one that month', () => {
    expect(standing(null, 0)).toEqual({ counts: true, words: 'This contact will be counted like a planned one.' })
  })

  it('is kept as a story when a hard rule stands against it, and says which', () => {
    expect(standing('own_department', 0).words).toMatch(/kept as a story and not counted: .*own department\.$/)
  })

  it('is kept as a story when it is the second of that month', () => {
    expect(standing(null, 1)).toMatchObject({ counts: false })
    expect(standing(null, 1).words).toMatch(/not your only one/)
  })

  it('counts exactly when nothing stands against it', () => {
    const rule = fc.constantFrom(null, 'cooldown', 'lockout', 'absent', 'closed', 'per_month' as const)
    fc.assert(
      fc.property(rule, fc.nat(3), (broken, others) => {
        expect(standing(broken, others).counts).toBe(broken === null && others === 0)
      }),
    )
  })
})
