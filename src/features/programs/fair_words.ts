/** Why a plan is fair, in sentences a lead can read aloud; each follows from counts. */
import { counted } from '../../lib/words.ts'
import { alikeGroups, furthest, isEven, type Share } from './fair_shares.ts'
import { spreadInWords } from './fairness.ts'

export interface Fairness {
  rounds: number
  leaders: readonly Share[]
  touchpoints: readonly Share[]
  /** Contacts within the cool-down of another of the same leader at the same touchpoint. */
  brokenCooldowns: number
  cooldownDays: number
  ownDepartment: number
}

/** The heading: "5 or 6 contacts each." */
export function fairHeading({ leaders }: Pick<Fairness, 'leaders'>): string {
  const [most] = [...alikeGroups(leaders)].sort((a, b) => b.leaders - a.leaders)
  if (!most) return 'Nothing is planned yet.'
  if (!isEven(leaders)) return 'Not even yet.'
  if (alikeGroups(leaders).length > 1) return 'Everybody gets what they are owed, to within one.'

  return most.least === most.most
    ? `${counted(most.least, 'contact')} each.`
    : `${spreadInWords(most)}: as even as whole contacts can be.`
}

/** To be read aloud: the whole case in a few sentences. */
export function fairAloud(fairness: Fairness): string {
  return [
    loadSentence(fairness),
    coverageSentence(fairness.touchpoints),
    cooldownSentence(fairness),
    fairness.ownDepartment === 0
      ? 'Nobody is sent to their own department.'
      : `${counted(fairness.ownDepartment, 'contact')} went to what is the leader’s own department now: somebody moved since.`,
  ].join(' ')
}

export function coverageSentence(touchpoints: readonly Share[]): string {
  const all = touchpoints.reduce((sum, { contacts }) => sum + contacts, 0)
  if (all === 0) return 'No touchpoint has a contact yet.'
  const without = touchpoints.filter(({ contacts, due }) => contacts === 0 && due >= 1).length
  const tail =
    without > 0 ? ` ${counted(without, 'touchpoint')} without any ${without === 1 ? 'is' : 'are'} due one.` : ''
  if (furthest(touchpoints) < 1) return `Every touchpoint has its share, to within one contact.${tail}`

  return `Touchpoints have their share to within ${roundedCount(furthest(touchpoints))} contacts.${tail}`
}

export function cooldownSentence({ brokenCooldowns, cooldownDays }: Fairness): string {
  return brokenCooldowns === 0
    ? `Nobody meets the same touchpoint twice within ${counted(cooldownDays, 'day')}.`
    : `${counted(brokenCooldowns, 'contact')} came within ${counted(cooldownDays, 'day')} of another at the same touchpoint.`
}

/** 5, or 2.3. */
export function roundedCount(count: number): string {
  return String(Math.round(count * 10) / 10)
}

function loadSentence({ rounds, leaders }: Pick<Fairness, 'rounds' | 'leaders'>): string {
  const given = leaders.reduce((sum, { contacts }) => sum + contacts, 0)
  const owed = leaders.reduce((sum, { due }) => sum + due, 0)
  const opening = `Over ${counted(rounds, 'round')} ${counted(leaders.length, 'leader')} ${leaders.length === 1 ? 'has' : 'have'} ${counted(given, 'contact')}; ${roundedCount(owed)} ${owed === 1 ? 'is' : 'are'} owed.`
  if (isEven(leaders)) return `${opening} Among leaders who were there alike nobody has more than one above another.`
  const worst = alikeGroups(leaders).toSorted((a, b) => b.most - b.least - (a.most - a.least))[0]

  return `${opening} It is not even yet: leaders who were there alike have ${spreadInWords(worst ?? { least: 0, most: 0 }).toLowerCase()}.`
}
