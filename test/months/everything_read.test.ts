import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { closeDueMonths, publishErratum } from '../../src/features/months/closing_actions.ts'
import { departments, memberRoles, organisation, touchpoints } from '../../src/platform/db/tables.ts'
import { countable } from '../support/countable.ts'
import { fixedOf, type Read } from '../support/every_world.ts'
import { type CastName, type House, openHouse } from '../support/house.ts'
import { parseCsv } from '../support/parse_csv.ts'
import { furnish, reflect } from '../support/reflected.ts'

const LEADERS = ['nora', 'viktor', 'maud', 'otto', 'rhea', 'alva'] as const
const ENOUGH = 4
const NAMES = { billing_line: 'Billing line', chat: 'Moving-home chat', shop: 'City shop' } as const
const PROGRAMS = { first_hand: 'First hand', after_hours: 'After hours' } as const

const YES = {
  valued: ({ valued }: Given) => valued >= 4,
  addressed: ({ addressed }: Given) => addressed === 'yes',
  business: ({ business }: Given) => business === 'yes',
  proud: ({ pride }: Given) => pride >= 4,
  reached: ({ reached }: Given) => reached === 'person',
}

type Given = ReturnType<typeof countable>

/** What an attacker knows of a contact: who made it, and the names of all the slices it stands in. */
interface Known {
  leader: string
  month: string
  slices: readonly string[]
  given: Given
}

function dice(seed: number): () => number {
  let state = seed

  return () => {
    state = (state * 48271) % 2147483647

    return state / 2147483647
  }
}

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T

function live(house: House, month: string, random: () => number): Known {
  const touchpointId = pick(month === '2026-04' ? ['billing_line', 'shop'] : ['billing_line', 'shop', 'chat'], random)
  const programId = pick(['first_hand', 'first_hand', 'after_hours'] as const, random)
  const leaderId = pick(month === '2026-06' ? LEADERS.filter((id) => id !== 'viktor') : LEADERS, random)
  const given = countable({
    ...{ month, touchpointId, programId, leaderId, scenarioId: pick(['doubled_bill', null] as const, random) },
    valued: pick([1, 2, 4, 5] as const, random),
    addressed: pick(['yes', 'partly', 'no'] as const, random),
    business: pick(['yes', 'no'] as const, random),
    pride: pick([1, 3, 4, 5] as const, random),
    reached: pick(['person', 'person', 'bot'] as const, random),
    escalation: 'offered',
  })
  reflect(house.as(), given)
  const names = [
    `touchpoint ${NAMES[touchpointId as keyof typeof NAMES]}`,
    `program ${PROGRAMS[programId]}`,
    'channel Phone line',
  ]
  const purpose = given.scenarioId ? ['purpose Ask'] : []

  return {
    ...{ leader: leaderId, month, given },
    slices: [...names, ...purpose, ...(touchpointId === 'shop' ? ['department High street'] : [])],
  }
}

/** A quarter, month by month: an erratum, a way in that came, a department that changed its name, a leader who left the program. */
async function quarter(seed: number, after: (house: House, known: readonly Known[]) => Promise<void>): Promise<void> {
  const random = dice(seed)
  const house = await openHouse({ now: '2026-04-20T09:00:00Z' })
  house.db.update(organisation).set({ smallestGroup: ENOUGH }).run()
  furnish(house.as())
  house.db.insert(departments).values({ id: 'street', name: 'Street' }).run()
  house.db.update(touchpoints).set({ departmentId: 'street' }).where(eq(touchpoints.id, 'shop')).run()
  const known: Known[] = []
  for (const [at, month] of ['2026-04', '2026-05', '2026-06'].entries()) {
    if (at === 2) changeTheCompany(house)
    for (let n = 0; n < 7; n++) known.push(live(house, month, random))
    house.now = Temporal.Instant.from(`${month}-10T09:00:00Z`).add({ hours: 24 * 31 })
    closeDueMonths(house.as())
    if (at === 2) publishErratum(house.as('maud'), { ...EVERYTHING, span: month, words: 'One was entered twice.' })
    await after(house, known)
  }
}

function changeTheCompany({ db }: House): void {
  db.update(departments).set({ name: 'High street', version: 2 }).where(eq(departments.id, 'street')).run()
  db.delete(memberRoles).where(eq(memberRoles.memberId, 'viktor')).run()
}

const EVERYTHING = { breakdown: '', slice: '', measure: '' }

/** Of a measure, every number somebody without the lead's role has ever been given. */
async function readBy(house: House, who: CastName, measure: string, known: readonly Known[]): Promise<Read[]> {
  const answer = await house.get(who, '/months.csv')
  expect(answer.statusCode).toBe(200)
  const rows = parseCsv(answer.body).slice(1)
  const shown = rows.filter((row) => row[0] === measure && row[6] !== '')

  return shown.map(([, , span = '', breakdown = '', slice = '', , count]) => {
    const isIn = ({ month, slices }: Known) =>
      breakdown === '' ? month === span : slices.includes(`${breakdown} ${slice}`)

    return { members: maskOf(known.map(isIn)), yes: Number(count) }
  })
}

function maskOf(bits: readonly boolean[]): number {
  return bits.reduce((mask, bit, i) => (bit ? mask | (1 << i) : mask), 0)
}

describe('whoever reads everything and goes through every world', () => {
  it.each([3, 4, 16])('finds no answers of fewer than four leaders, month after month (company %i)', async (seed) => {
    let numbers = 0
    await quarter(seed, async (house, known) => {
      for (const measure of Object.keys(YES) as (keyof typeof YES)[]) {
        // Sessions end; a reviewer reads what a leader read before.
        const read = await readBy(house, known.length > 14 ? 'rhea' : 'nora', measure, known)
        const truth = maskOf(known.map(({ given }) => YES[measure](given)))
        for (const { members, yes } of read) expect(maskCount(members & truth)).toBe(yes)
        const leaders = known.map(({ leader }) => leader)
        expect([measure, fixedOf(leaders, truth, read, ENOUGH)]).toEqual([measure, null])
        numbers += read.length
      }
    })
    expect(numbers).toBeGreaterThan(10)
  })

  it('would find them in two numbers that leave one contact between them', () => {
    const leaders = ['nora', 'viktor', 'maud', 'otto', 'rhea', 'alva']
    const all = { members: 0b111111, yes: 3 }
    expect(fixedOf(leaders, 0b000111, [all, { members: 0b011111, yes: 3 }], ENOUGH)).toContain('alva')
    expect(fixedOf(leaders, 0b000111, [all], ENOUGH)).toBeNull()
    expect(fixedOf(leaders, 0b111111, [{ ...all, yes: 6 }], ENOUGH)).toContain('nora')
  })
})

function maskCount(mask: number): number {
  return mask.toString(2).replaceAll('0', '').length
}
