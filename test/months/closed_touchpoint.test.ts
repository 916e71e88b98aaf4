import { beforeAll, describe, expect, it } from 'vitest'
import { spansAround } from '../../src/features/months/before_after.ts'
import {
  closedMonths,
  contextNotes,
  followups,
  publishedCells,
  publishedTexts,
  reflectionReleases,
  touchpoints,
} from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { textOf } from '../support/months.ts'
import { furnish, reflect } from '../support/reflected.ts'

const QUARTERS = [
  { span: '2025-Q4', firstMonth: '2025-10', lastMonth: '2025-12' },
  { span: '2026-Q1', firstMonth: '2026-01', lastMonth: '2026-03' },
  { span: '2026-Q2', firstMonth: '2026-04', lastMonth: '2026-06' },
] as const
const PAGE = '/months?touchpoint=billing_line'

describe('the spans around what was done', () => {
  const around = (month: string) => {
    const { before, after } = spansAround(QUARTERS, month)

    return [before?.span, after?.span]
  }

  it('are the last that ended before its month and the first that began after it', () => {
    expect(around('2026-02')).toEqual(['2025-Q4', '2026-Q2'])
    expect(around('2026-01'), 'its first month').toEqual(['2025-Q4', '2026-Q2'])
    expect(around('2026-03'), 'its last month').toEqual(['2025-Q4', '2026-Q2'])
    expect(around('2025-10')).toEqual([undefined, '2026-Q1'])
    expect(around('2026-06')).toEqual(['2026-Q1', undefined])
  })
})

describe('a touchpoint’s page of closed quarters', () => {
  let house: House
  beforeAll(async () => {
    house = await published()
  })

  it('says what changed after which follow-up, in figures that are shown, and of whose it was nothing', async () => {
    for (const who of ['nora', 'otto', 'rhea'] as const) {
      const page = await textOf(house, who, PAGE)
      expect(page).toContain(
        'Readings are corrected at once. Fixed February 2026 Felt valued 2 of 10 20%, 6–51% October to December 2025 9 of 10 90%, 60–98% April to June 2026 Clear rise +70 points, +27 to +87',
      )
      expect(page).toContain('What came after need not have come from it.')
      expect(page).not.toMatch(/Viktor|Nora said|February 14/)
    }
  })

  it('compares the figure it was raised from, and says “withheld” of a figure that is', async () => {
    const page = await textOf(house, 'nora', PAGE)
    expect(page).toContain('Everybody names the next step. Coached February 2026 They say what happens next')
    expect(page).toMatch(
      /They say what happens next 3 of 10 30%, 11–60% October to December 2025 withheld April to June 2026 –/,
    )
  })

  it('leaves out what is not done, was dropped, is about another touchpoint, or was done since', async () => {
    const page = await textOf(house, 'nora', PAGE)
    for (const words of ['Still open.', 'Dropped again.', 'At the shop.', 'Done in July.'])
      expect(page).not.toContain(words)
  })

  it('says that no quarter has closed since', async () => {
    expect(await textOf(house, 'nora', PAGE)).toContain(
      'Callers are thanked. Celebrated May 2026 Felt valued withheld January to March 2026 No closed quarter –',
    )
  })

  it('shows an owner’s note beside the words it is about, and not beside others by the same leader', async () => {
    const page = await textOf(house, 'rhea', PAGE)
    expect(page.split('Otto Fuchs: The system was down.').length - 1).toBe(1)
    expect(page).toContain('“They called me back.” Otto Fuchs: The system was down.')
    expect(page).toContain('Nobody knew.')
    expect(page, 'which stories are told is no sample').toContain('Words a lead chose to share. They are some of many.')
  })

  it('shows how it felt quarter by quarter, and a withheld quarter as withheld', async () => {
    const { body } = await house.get('nora', PAGE)
    expect(body).toContain('How leaders felt watching, embarrassed to proud, by quarter')
    expect(body).toContain('<title>Q2 2026, April to June: 6 proud</title>')
    expect(await textOf(house, 'nora', PAGE)).toContain('Q1 2026, January to March withheld withheld withheld')
    expect(await textOf(house, 'nora', '/months?touchpoint=shop')).toContain('level by level: withheld.')
  })

  it('names quarters as people do', async () => {
    for (const url of [PAGE, '/months?breakdown=touchpoint', '/texts'])
      expect(await textOf(house, 'otto', url), url).not.toMatch(/\d{4}-Q\d/)
    expect(await textOf(house, 'otto', PAGE)).toContain(
      'Billing line, April to June 2026: 9 of 10 contacts felt valued. January to March 2026 is withheld.',
    )
  })
})

/** Three closed quarters of the billing line, the one in the middle withheld, and what was promised about it. */
async function published(): Promise<House> {
  const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
  furnish(house.as())
  house.db.update(touchpoints).set({ ownerId: 'otto' }).run()
  const settings = { smallestGroup: 5, fiscalYearStart: 1, primaryMeasure: 'valued' }
  for (const { firstMonth, lastMonth } of QUARTERS)
    for (const month of [
      firstMonth,
      `${lastMonth.slice(0, 5)}${String(Number(lastMonth.slice(5)) - 1).padStart(2, '0')}`,
      lastMonth,
    ])
      house.db
        .insert(closedMonths)
        .values({ ...settings, month, closedOn: '2026-07-08', contactsHidden: 0, contactsHiddenAtLeast: 0 })
        .run()
  house.db.insert(publishedCells).values(cells()).run()
  promise(house)
  tell(house)

  return house
}

function cells(): (typeof publishedCells.$inferInsert)[] {
  const cell = { breakdown: 'touchpoint', slice: 'billing_line', sliceName: 'Billing line', confidence: 0.95 } as const
  const [then, between, now] = QUARTERS
  const valued = { ...cell, measure: 'valued', level: '', levelName: '' }
  const standard = { ...cell, measure: 'standard', level: 'says_what_next', levelName: 'They say what happens next' }
  const pride = (level: number, count: number) => ({
    ...{ ...cell, ...now, measure: 'pride', level: String(level), levelName: String(level), shown: true },
    ...{ count, of: 10, value: count / 10, low: 0.1, high: 0.9 },
  })

  return [
    { ...valued, ...then, shown: true, count: 2, of: 10, value: 0.2, low: 0.0567, high: 0.5098 },
    { ...valued, ...between, shown: false },
    { ...valued, ...now, shown: true, count: 9, of: 10, value: 0.9, low: 0.5958, high: 0.9821 },
    { ...standard, ...then, shown: true, count: 3, of: 10, value: 0.3, low: 0.1078, high: 0.6032, target: 0.8 },
    { ...standard, ...now, shown: false, target: 0.8 },
    ...[1, 2, 3, 4, 5].map((level) => pride(level, [0, 0, 1, 3, 6][level - 1] ?? 0)),
    ...[1, 2, 3, 4, 5].map((level) => ({ ...pride(level, 0), ...between, ...HIDDEN })),
    { ...valued, ...now, slice: 'shop', sliceName: 'City shop', shown: false },
    { ...pride(4, 4), measure: 'proud', level: '', levelName: '', slice: 'shop', sliceName: 'City shop' },
  ]
}

const HIDDEN = { shown: false, count: null, of: null, value: null, low: null, high: null }

function promise(house: House): void {
  const given = {
    ...({ kind: 'fix', cause: 'system', touchpointId: 'billing_line', ownerId: 'viktor' } as const),
    ...{ raisedBy: 'maud', raisedOn: '2026-01-10', dueOn: '2026-03-31' },
  }
  const done = { ...given, state: 'done', doneOn: '2026-02-14' } as const
  house.db
    .insert(followups)
    .values([
      { ...done, id: 'a', commitment: 'Readings are corrected at once.' },
      { ...done, id: 'b', kind: 'coach', commitment: 'Everybody names the next step.', standardId: 'says_what_next' },
      { ...done, id: 'c', kind: 'celebrate', cause: null, commitment: 'Callers are thanked.', doneOn: '2026-05-02' },
      { ...done, id: 'd', commitment: 'Done in July.', doneOn: '2026-07-01' },
      { ...done, id: 'e', commitment: 'At the shop.', touchpointId: 'shop' },
      { ...given, id: 'f', commitment: 'Still open.' },
      {
        ...given,
        id: 'g',
        commitment: 'Dropped again.',
        state: 'dropped',
        droppedOn: '2026-02-20',
        droppedReason: 'No.',
      },
    ])
    .run()
}

/** One leader's story and phrase were both shared, and its owner put a note beside them. */
function tell(house: House): void {
  const reflectionId = reflect(house.as(), { month: '2026-05' })
  house.db.$client.prepare('update reflections set phrase = ? where id = ?').run('Nobody knew.', reflectionId)
  house.db.update(reflectionReleases).set({ state: 'released', decidedOn: '2026-05-14', decidedBy: 'maud' }).run()
  const chosen = { touchpointId: 'billing_line', span: '2026-Q2', chosenBy: 'maud', chosenOn: '2026-07-19' }
  for (const field of ['story', 'phrase'] as const)
    house.db
      .insert(publishedTexts)
      .values({ ...chosen, id: field, reflectionId, field })
      .run()
  house.db
    .insert(contextNotes)
    .values({ reflectionId, field: 'story', memberId: 'otto', words: 'The system was down.', addedOn: '2026-07-20' })
    .run()
}
