import Database from 'better-sqlite3'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { listNotedRebases } from '../../src/features/months/closed_store.ts'
import { chartedMonths } from '../../src/features/months/control.ts'
import { monthsPage } from '../../src/features/months/pages.ts'
import { controlChart } from '../../src/lib/control_chart.ts'
import { addMonths } from '../../src/lib/periods.ts'
import { drizzleOver, prepare } from '../../src/platform/db/open.ts'
import { answerCounts, auditEntries, rebases } from '../../src/platform/db/tables.ts'
import { observed, TWELVE } from '../support/charted.ts'
import { type House, openHouse } from '../support/house.ts'
import { textOf } from '../support/months.ts'
import { furnish } from '../support/reflected.ts'

const UP = { improvement: 'up', rebases: [] } as const

describe('the months of a control chart', () => {
  it('begin to be charted with the twelfth, and are what the method gives', () => {
    expect(chartedMonths(observed(TWELVE.slice(1)), UP)).toBeNull()
    const charted = chartedMonths(observed(TWELVE), UP)
    const plain = controlChart(TWELVE, { improvement: 'up' })
    expect(charted?.map(({ value, mean, lower, upper, signal }) => ({ value, mean, lower, upper, signal }))).toEqual(
      plain,
    )
  })

  it('are none where nearly all are exactly like the one before: all but the mean would be special', () => {
    const perfect = new Array(12).fill(1)
    expect(controlChart([...perfect, 0.9], { improvement: 'up' }).map(({ signal }) => signal)).toEqual([
      ...new Array(12).fill('improvement'),
      'concern',
    ])
    expect(chartedMonths(observed([...perfect, 0.9]), UP)).toBeNull()
    expect(chartedMonths(observed(perfect), UP)?.map(({ signal }) => signal)).toEqual(new Array(12).fill('none'))
    const rebases = [{ month: '2025-08', reason: 'Call-backs' }]
    expect(chartedMonths(observed([...perfect, 0.9]), { ...UP, rebases })).toBeNull()
  })

  it('are the latest two years', () => {
    const charted = chartedMonths(observed(Array.from({ length: 30 }, (_, i) => (i % 3) / 10)), UP)
    expect(charted).toHaveLength(24)
    expect(charted?.[0]?.month).toBe('2025-07')
  })

  it('begin anew with the first month that has contacts since a noted change, whichever of them that is', () => {
    const months = observed(TWELVE).filter(({ month }) => month !== '2025-07')
    const all = [...months, { month: '2026-01', value: 0.9, of: 10 }]
    const charted = chartedMonths(all, { improvement: 'up', rebases: [{ month: '2025-07', reason: 'Call-backs' }] })
    expect(charted?.filter(({ rebase }) => rebase).map(({ month }) => month)).toEqual(['2025-08'])
    expect(charted?.map(({ months }) => months)).toEqual([...new Array(6).fill(6), ...new Array(6).fill(6)])
    const before = chartedMonths(all, { improvement: 'up', rebases: [{ month: '2024-01', reason: 'Long ago' }] })
    expect(before).toEqual(chartedMonths(all, UP))
    const after = chartedMonths(all, { improvement: 'up', rebases: [{ month: '2027-01', reason: 'Not yet' }] })
    expect(after).toEqual(before)
  })
})

/** Fourteen months up to July; twelve contacts each, fewer and fewer of them valued in the end. */
async function charted(): Promise<House> {
  const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
  furnish(house.as())
  for (const [i, valued] of [8, 7, 8, 9, 8, 7, 9, 8, 7, 8, 9, 8, 8, 1].entries())
    for (const [answer, contacts] of [
      ['5', valued],
      ['2', 12 - valued],
    ] as const)
      for (const [breakdown, slice] of [
        ['all', ''],
        ['program', 'first_hand'],
        ['touchpoint', 'billing_line'],
        ['touchpoint', 'chat'],
      ] as const)
        house.db
          .insert(answerCounts)
          .values({ month: addMonths('2025-06', i), breakdown, slice, question: 'valued', answer, contacts })
          .run()

  return house
}

/** A count moves, as when somebody hands in. */
function moveOne(house: House, month: string, slice: readonly [string, string], answer: string): void {
  const [breakdown, key] = slice
  const place = and(eq(answerCounts.month, month), eq(answerCounts.breakdown, breakdown as 'all'))
  house.db
    .update(answerCounts)
    .set({ contacts: sql`${answerCounts.contacts} + 1` })
    .where(and(place, eq(answerCounts.slice, key), eq(answerCounts.answer, answer)))
    .run()
}

describe('a page that was looked at before', () => {
  it('is the page of a house that looks for the first time, whichever month moved', async () => {
    const house = await charted()
    const moves = ['2026-07', '2026-07', '2026-06', '2025-09', '2025-06', '2026-07'].entries()
    for (const [i, month] of moves) {
      moveOne(house, month, i % 2 ? ['program', 'first_hand'] : ['all', ''], i % 3 ? '5' : '2')
      for (const query of LOOKS) {
        const first = drizzleOver(prepare(new Database(house.db.$client.serialize())))
        expect(monthsPage(house.as('maud'), query)).toEqual(monthsPage({ ...house.as('maud'), db: first }, query))
        first.$client.close()
      }
    }
  })
})

const LOOKS = [
  { month: null, of: null },
  { month: null, of: { breakdown: 'program', key: 'first_hand' } },
  { month: '2026-05', of: null },
] as const

describe('the months from the twelfth on', () => {
  let house: House
  beforeAll(async () => {
    house = await charted()
  })

  it('give the control chart’s word in place of the month’s verdict, and of a quarter that is no more than this month', async () => {
    const page = await textOf(house, 'maud', '/months')
    expect(page).toContain(
      'July so far: 1 of 12 contacts felt valued. A special cause so far, a concern: below the lower limit. The quarter before, April to June: 25 of 36. A clear fall since.',
    )
    expect(page).toMatch(/^(?!.*A clear fall since April to June\.).*Felt valued Special cause: concern so far/)
    const june = /June 2025: 8 of 12, 95% interval 39–86%.*Jun 2025 8 of 12 67%, 39–86% Common cause: nothing changed/
    expect(page, 'of a month before the twelve of the page').toMatch(june)
    expect(await textOf(house, 'maud', '/months?month=2026-06')).toMatch(
      /April to June: 25 of 36 contacts felt valued\. No clear change since January to March\..*Common cause: nothing changed\./,
    )
    expect(await textOf(house, 'maud', '/months?month=2026-04')).toContain('No clear change since March.')
  })

  it('begin anew where a lead notes a change with its reason, once, and it can be taken back', async () => {
    const note = { measure: 'valued', month: '2026-07', reason: 'The call-back service ended' }
    for (const _ of [1, 2]) {
      const answer = await house.post('maud', '/months/rebases', note)
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/months/rebases'])
    }
    expect(house.db.select().from(rebases).all()).toHaveLength(1)
    expect(await textOf(house, 'maud', '/months')).toContain(
      'Limits begin anew in July 2026: The call-back service ended.',
    )
    expect((await house.get('maud', '/months')).body).toContain(
      'From July 2026 on: one month alone, which has no limits yet.',
    )
    expect(await textOf(house, 'maud', '/months/rebases')).toContain('Noted by Maud Bergström on 20 July 2026')
    const again = await house.post('maud', '/months/rebases', { ...note, reason: 'Something else' })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('A change is noted for that month already')

    const [noted] = house.db.select().from(rebases).all()
    for (const _ of [1, 2])
      expect((await house.post('maud', `/months/rebases/${noted?.id}/withdrawal`, {})).statusCode).toBe(303)
    expect(await textOf(house, 'maud', '/months')).not.toContain('begin anew in July')
    const audited = house.db.select().from(auditEntries).where(eq(auditEntries.subject, 'rebase')).all()
    expect(audited.map(({ action }) => action).sort()).toEqual(['noted a change', 'took back a noted change'])
  })

  it('begin anew at one touchpoint alone where that is what changed, and nowhere else', async () => {
    const note = { measure: 'valued', month: '2026-05', touchpointId: 'billing_line', reason: 'Call-backs began' }
    for (const _ of [1, 2]) expect((await house.post('maud', '/months/rebases', note)).statusCode).toBe(303)
    expect((await house.post('maud', '/months/rebases', { ...note, reason: 'Other' })).statusCode).toBe(422)
    const begins = async (url: string) =>
      (await textOf(house, 'maud', url)).match(/Limits begin anew in [^:]*: [^.]*/g) ?? []
    const alone = ['Limits begin anew in May 2026: Call-backs began']
    expect(await begins('/months?touchpoint=billing_line')).toEqual(alone)
    for (const url of ['/months', '/months?touchpoint=chat', '/months?program=first_hand', '/months?channel=phone'])
      expect(await begins(url), url).toEqual([])
    expect(listNotedRebases(house.as()), 'nor in what readers are shown').not.toContainEqual(
      expect.objectContaining({ month: '2026-05' }),
    )
    const exported = async (slice: string) => (await house.get('maud', `/months.json?${slice}`)).body
    expect(await exported('touchpoint=billing_line')).toContain('"rebased_for":"Call-backs began"')
    expect(await exported('touchpoint=chat')).not.toContain('Call-backs began')

    const everywhere = { ...note, touchpointId: '', reason: 'New opening hours' }
    expect((await house.post('maud', '/months/rebases', everywhere)).statusCode).toBe(303)
    expect(await begins('/months?touchpoint=billing_line'), 'its own reason comes first').toEqual(alone)
    expect(await begins('/months?touchpoint=chat')).toEqual(['Limits begin anew in May 2026: New opening hours'])
    const list = await textOf(house, 'maud', '/months/rebases')
    expect(list).toContain('Felt valued , only at Billing line, from May 2026: Call-backs began')
    expect(list).toContain('Felt valued , from May 2026: New opening hours')
    expect((await house.get('maud', '/months?touchpoint=chat')).body).toContain('/months/rebases?touchpoint=chat"')
    expect((await house.get('maud', '/months/rebases?touchpoint=chat')).body).toContain('value="chat" selected')
    for (const { id } of house.db.select().from(rebases).all())
      await house.post('maud', `/months/rebases/${id}/withdrawal`, {})
  })

  it('of a standard begin anew where it is asked about, whether that is said or not', async () => {
    const note = { measure: 'standard:three_minutes', month: '2026-05', reason: 'Two more people' }
    const elsewhere = await house.post('maud', '/months/rebases', { ...note, touchpointId: 'chat' })
    expect(elsewhere.statusCode).toBe(422)
    expect(elsewhere.body).toMatch(/id="touchpointId-wrong">.*one of Billing line alone/)
    for (const touchpointId of ['', 'billing_line'])
      expect((await house.post('maud', '/months/rebases', { ...note, touchpointId })).statusCode).toBe(303)
    const standing = house.db.select().from(rebases).where(isNull(rebases.withdrawnOn)).all()
    expect(standing.map(({ touchpointId }) => touchpointId)).toEqual([null])
    await house.post('maud', `/months/rebases/${standing[0]?.id}/withdrawal`, {})
  })

  it.each([
    [{ touchpointId: 'nowhere' }, 'Choose one of the touchpoints shown.'],
    [{ measure: 'mood' }, 'Choose one of the measures shown.'],
    [{ month: '2025-06' }, 'after the first one that was counted'],
    [{ month: '2026-08' }, 'That month has not begun.'],
    [{ month: '2026-13' }, 'Choose the first month that is different.'],
    [{ reason: ' ' }, 'Say what changed'],
    [{ reason: 'x'.repeat(201) }, 'Use at most 200 characters.'],
  ])('refuse a change that says too little: %o', async (differs, complaint) => {
    const form = { measure: 'valued', month: '2026-02', reason: 'Fewer transfers', ...differs }
    const answer = await house.post('maud', '/months/rebases', form)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(complaint)
  })

  it('are for leads to rebase', async () => {
    for (const who of ['nora', 'otto', 'rhea', 'alva'] as const) {
      expect((await house.get(who, '/months/rebases')).statusCode).toBe(403)
      expect((await house.post(who, '/months/rebases', {})).statusCode).toBe(403)
    }
  })
})
