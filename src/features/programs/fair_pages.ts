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
import { LEADERS_A_PAGE } from './matrix_columns.ts'
import { pageOfItems, wholeNumber } from './paging.ts'
import { roundName } from './round.ts'

/** Why the plan is fair: words to read aloud, then figures, then pictures with the tables they are drawn from. */
export function fairnessPage(ctx: Context, id: string, asked: { leaders?: string } = {}): View {
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
    span:
      first &&
      last &&
      (first === last ? roundName(first, locale) : `${roundName(first, locale)} to ${roundName(last, locale)}`),
    leaders: leadersPart(facts, wholeNumber(asked.leaders) ?? 1),
    touchpoints: touchpointsPart(facts),
    cooldowns: cooldownSentence(facts),
    dayparts: daypartsPart(facts),
    proofs: goalsInWords(facts.shownRounds, locale),
  }
}

/** More bars than this and nobody finds their own: then how many leaders are how far from what they are owed. */
const MOST_BARS = 40

function leadersPart(facts: FairFacts, page: number) {
  const names = new Map(facts.members.map(({ id, name }) => [id, name]))
  const rows = facts.leaders.map((share) => ({ ...share, name: names.get(share.id) ?? '' }))
  const { items, pager } = pageOfItems(rows, page, LEADERS_A_PAGE)
  const met = Map.groupBy(facts.carried, ({ leaderId, touchpointId }) => `${leaderId} ${touchpointId}`)

  return {
    chart: rows.length > MOST_BARS ? distanceChart(rows) : loadChart(rows),
    isCrowd: rows.length > MOST_BARS,
    places: facts.places.map(({ name }) => name),
    rows: items.map(({ id, name, contacts, due }) => ({
      name,
      contacts,
      due: roundedCount(due),
      met: facts.places.map((place) => met.get(`${id} ${place.id}`)?.length ?? 0),
    })),
    pager,
  }
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

function distanceChart(rows: readonly Share[]): string {
  const name = (by: number) =>
    by === 0 ? 'what is owed' : `${counted(Math.abs(by), 'contact')} ${by > 0 ? 'more' : 'fewer'}`

  return barsChart({
    id: 'loads',
    title: 'How many leaders have what they are owed',
    bars: distances(rows).map(({ by, leaders }) => ({ name: name(by), count: leaders, due: null })),
    unit: 'leaders',
    mark: '',
  })
}

function touchpointsPart(facts: FairFacts) {
  const rows = facts.touchpoints.map(({ id, contacts, due }) => ({
    name: facts.places.find((place) => place.id === id)?.name ?? '',
    contacts,
    due,
  }))

  return {
    sentence: coverageSentence(facts.touchpoints),
    chart: barsChart({
      id: 'coverage',
      title: 'Contacts at each touchpoint, and its share by traffic',
      bars: rows.map(({ name, contacts, due }) => ({ name, count: contacts, due })),
      unit: 'contacts',
      mark: 'due by its share of the traffic',
    }),
    rows: rows.map(({ name, contacts, due }) => ({ name, contacts, due: roundedCount(due) })),
  }
}

/** Touchpoints whose traffic somebody has described; where nobody has, the hours it is open stand in and nothing is claimed. */
function daypartsPart({ places, carried }: FairFacts) {
  const known = places.flatMap(({ id, name, dayparts }) =>
    dayparts
      ? [{ name, shares: daypartShares(carried, { id, traffic: DAYPARTS.map((part) => dayparts[part] ?? 0) }) }]
      : [],
  )
  const parts = DAYPARTS.filter((part) => known.some(({ shares }) => isUsed(shareIn(shares, part))))

  return {
    unknown: places.length - known.length,
    chart: daypartChart(known, parts),
    parts: parts.map((part) => DAYPART_WORDS[part]),
    rows: known.map(({ name, shares }) => ({
      name,
      cells: parts.map((part) => {
        const { contacts, due } = shareIn(shares, part)

        return { contacts, due: roundedCount(due) }
      }),
    })),
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
