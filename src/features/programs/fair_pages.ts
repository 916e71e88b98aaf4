import { barsChart } from '../../charts/bars.ts'
import type { Context } from '../../context.ts'
import { DAYPARTS, type Daypart } from '../../lib/days.ts'
import { counted } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation } from '../members/store.ts'
import { DAYPART_WORDS } from './duty.ts'
import { daypartShares, distances, type Share } from './fair_shares.ts'
import { type FairFacts, getFairFacts } from './fair_store.ts'
import { cooldownSentence, coverageSentence, fairAloud, fairHeading, roundedCount } from './fair_words.ts'
import { goalsInWords } from './goal_words.ts'
import { pageOfItems, wholeNumber } from './paging.ts'
import { roundsName } from './round.ts'

/** Which page of each long list, as it stands in the address. */
export interface AskedPages {
  leaders?: string
  touchpoints?: string
  parts?: string
}

/** Why the plan is fair: words to read aloud, then figures, then pictures with the tables they are drawn from. */
export function fairnessPage(ctx: Context, id: string, asked: AskedPages = {}): View {
  const facts = getFairFacts(ctx, id)
  const { locale } = getOrganisation(ctx)
  const [first, last] = [facts.shownRounds[0], facts.shownRounds.at(-1)]

  return {
    template: 'programs/fairness',
    title: `Is ${facts.program.name} fair?`,
    at: '/programs',
    program: { id, name: facts.program.name },
    heading: facts.rounds === 0 ? 'Nothing is planned yet.' : fairHeading(facts),
    aloud: facts.rounds === 0 ? null : fairAloud(facts),
    span: first && last && roundsName(first, last, locale),
    leaders: leadersPart(facts, wholeNumber(asked.leaders) ?? 1),
    touchpoints: touchpointsPart(facts, wholeNumber(asked.touchpoints) ?? 1),
    cooldowns: cooldownSentence(facts),
    dayparts: daypartsPart(facts, wholeNumber(asked.parts) ?? 1),
    proofs: goalsInWords(facts.shownRounds, locale),
    proofsOpen: PROOFS_OPEN,
  }
}

/** More bars than this and nobody finds their own: then how many are how far from what is due. */
const MOST_BARS = 40
const ROWS_A_PAGE = 50
/** Older ones are folded away. */
const PROOFS_OPEN = 3

function leadersPart(facts: FairFacts, page: number) {
  const names = new Map(facts.members.map(({ id, name }) => [id, name]))
  const rows = facts.leaders.map((share) => ({ ...share, name: names.get(share.id) ?? '' }))
  const { items, pager } = pageOfItems(rows, page, ROWS_A_PAGE)
  const met = Map.groupBy(facts.carried, ({ leaderId }) => leaderId)

  return {
    chart: rows.length > MOST_BARS ? distanceChart('loads', rows, LEADER_WORDS) : loadChart(rows),
    isCrowd: rows.length > MOST_BARS,
    rows: items.map(({ id, name, contacts, due }) => ({
      name,
      contacts,
      due: roundedCount(due),
      met: metInWords(met.get(id) ?? [], facts.places),
    })),
    pager,
  }
}

/** "Billing line, Outage line ×2": in the order of the touchpoints. */
function metInWords(carried: FairFacts['carried'], places: FairFacts['places']): string {
  const counts = Map.groupBy(carried, ({ touchpointId }) => touchpointId)

  return places
    .flatMap(({ id, name }) => {
      const times = counts.get(id)?.length ?? 0
      return times === 0 ? [] : [times === 1 ? name : `${name} ×${times}`]
    })
    .join(', ')
}

function loadChart(rows: readonly (Share & { name: string })[]): string {
  return barsChart({
    id: 'loads',
    title: 'Contacts of each leader, and what they are owed',
    bars: rows.map(({ name, contacts, due }) => ({ name, count: contacts, due })),
    unit: 'contacts',
    mark: 'owed',
  })
}

const LEADER_WORDS = { title: 'How many leaders have what they are owed', due: 'what is owed', unit: 'leaders' }
const TOUCHPOINT_WORDS = {
  title: 'How many touchpoints have their share by traffic',
  due: 'its share',
  unit: 'touchpoints',
}

function distanceChart(id: string, rows: readonly Share[], { title, due, unit }: typeof LEADER_WORDS): string {
  const name = (by: number) => (by === 0 ? due : `${counted(Math.abs(by), 'contact')} ${by > 0 ? 'more' : 'fewer'}`)
  const bars = distances(rows).map(({ by, count }) => ({ name: name(by), count, due: null }))

  return barsChart({ id, title, bars, unit, mark: '' })
}

function touchpointsPart(facts: FairFacts, page: number) {
  const names = new Map(facts.places.map(({ id, name }) => [id, name]))
  const rows = facts.touchpoints.map((share) => ({ ...share, name: names.get(share.id) ?? '' }))
  const { items, pager } = pageOfItems(rows, page, ROWS_A_PAGE)

  return {
    sentence: coverageSentence(facts.touchpoints),
    chart: rows.length > MOST_BARS ? distanceChart('coverage', rows, TOUCHPOINT_WORDS) : coverageChart(rows),
    isCrowd: rows.length > MOST_BARS,
    rows: items.map(({ name, contacts, due }) => ({ name, contacts, due: roundedCount(due) })),
    pager,
  }
}

function coverageChart(rows: readonly (Share & { name: string })[]): string {
  return barsChart({
    id: 'coverage',
    title: 'Contacts at each touchpoint, and its share by traffic',
    bars: rows.map(({ name, contacts, due }) => ({ name, count: contacts, due })),
    unit: 'contacts',
    mark: 'due by its share of the traffic',
  })
}

/** Touchpoints whose traffic somebody has described; where nobody has, the hours it is open stand in and nothing is claimed. */
function daypartsPart({ places, carried }: FairFacts, page: number) {
  const known = places.flatMap(({ id, name, dayparts }) =>
    dayparts
      ? [{ name, shares: daypartShares(carried, { id, traffic: DAYPARTS.map((part) => dayparts[part] ?? 0) }) }]
      : [],
  )
  const parts = DAYPARTS.filter((part) => known.some(({ shares }) => isUsed(shareIn(shares, part))))
  const { items, pager } = pageOfItems(known, page, ROWS_A_PAGE)

  return {
    unknown: places.length - known.length,
    chart: daypartChart(known, parts),
    parts: parts.map((part) => DAYPART_WORDS[part]),
    rows: items.map(({ name, shares }) => ({
      name,
      cells: parts.map((part) => {
        const { contacts, due } = shareIn(shares, part)

        return { part: DAYPART_WORDS[part], contacts, due: roundedCount(due) }
      }),
    })),
    pager,
  }
}

/** All touchpoints together. */
function daypartChart(known: readonly { shares: readonly Share[] }[], parts: readonly Daypart[]): string {
  const total = (part: Daypart, what: 'contacts' | 'due') =>
    known.reduce((sum, { shares }) => sum + shareIn(shares, part)[what], 0)

  return barsChart({
    id: 'dayparts',
    title: 'Contacts by part of the day, and how customers’ traffic falls',
    bars: parts.map((part) => ({
      name: DAYPART_WORDS[part],
      count: total(part, 'contacts'),
      due: total(part, 'due'),
    })),
    unit: 'contacts',
    mark: 'by traffic',
  })
}

function shareIn(shares: readonly Share[], part: Daypart): Share {
  return shares.find(({ id }) => id === part) ?? { id: part, contacts: 0, due: 0 }
}

function isUsed({ contacts, due }: Share): boolean {
  return contacts > 0 || due > 0
}
