import { daysBetween } from '../src/lib/days.ts'
import { namesIn } from '../src/lib/written_out.ts'
import type { Dice } from './dice.ts'
import { REMARKS, type Remarks } from './remarks.ts'
import { BILLING_WELL } from './stories_billing.ts'
import { BILLING_BADLY } from './stories_billing_badly.ts'
import { CHAT_WELL } from './stories_chat.ts'
import { CHAT_BADLY } from './stories_chat_badly.ts'
import { COMPLAINTS_WELL } from './stories_complaints.ts'
import { COMPLAINTS_BADLY } from './stories_complaints_badly.ts'
import { FORM } from './stories_form.ts'
import { GERMAN } from './stories_german.ts'
import { OUTAGE_WELL } from './stories_outage.ts'
import { OUTAGE_BADLY } from './stories_outage_badly.ts'
import { SHOP } from './stories_shop.ts'
import { SOCIAL } from './stories_social.ts'
import { SOLAR } from './stories_solar.ts'
import type { Outcome, Telling, Tellings } from './telling.ts'

/** All that is told, by the key of the touchpoint. */
export const TELLINGS: Readonly<Record<string, Tellings>> = {
  billing: { ...BILLING_WELL, ...BILLING_BADLY },
  outage: { ...OUTAGE_WELL, ...OUTAGE_BADLY },
  solar: SOLAR,
  german: GERMAN,
  chat: { ...CHAT_WELL, ...CHAT_BADLY },
  complaints: { ...COMPLAINTS_WELL, ...COMPLAINTS_BADLY },
  form: FORM,
  social: SOCIAL,
  shop: SHOP,
}

export interface Occasion {
  touchpoint: string
  scenario: string | null
  leader: string
  outcome: Outcome
  day: Temporal.PlainDate
}

export interface TellingDeck {
  /** Nothing fits that was not told lately, or by the same leader before. */
  isWorn: (occasion: Occasion) => boolean
  /** One that nobody has told while there is one, else the one told longest ago: that one brings its story only. */
  tell: (occasion: Occasion) => Telling
}

/** How often somebody adds a line the telling does not bring. */
const ADDS: Readonly<Record<keyof Remarks, number>> = { well: 0.5, why: 0.3, belief: 0.12, unsaid: 0.04 }

/** A story may come again after so many days, from somebody else. */
const REST_DAYS = 75

interface Told {
  leaders: string[]
  lastOn: Temporal.PlainDate
}

export function tellingsWith(dice: Dice): TellingDeck {
  const told = new Map<Telling, Told>()
  const remark = remarksWith(dice)
  const isFresh = (telling: Telling, { leader, day }: Occasion) => {
    const before = told.get(telling)

    return !before || (!before.leaders.includes(leader) && daysBetween(before.lastOn, day) > REST_DAYS)
  }

  return {
    isWorn: (occasion) => !fittingTellings(occasion).some((telling) => isFresh(telling, occasion)),
    tell: (occasion) => {
      const fitting = fittingTellings(occasion)
      const fresh = fitting.filter((telling) => isFresh(telling, occasion))
      const telling = leastTold(fresh.length > 0 ? fresh : fitting, told, dice)
      const before = told.get(telling)
      told.set(telling, { leaders: [...(before?.leaders ?? []), occasion.leader], lastOn: occasion.day })

      return { ...remark(occasion.outcome), ...(before ? storyOnly(telling) : telling) }
    },
  }
}

/** The ones about this very errand come first, mostly. */
function leastTold(fitting: readonly Telling[], told: ReadonlyMap<Telling, Told>, dice: Dice): Telling {
  const times = (telling: Telling) => told.get(telling)?.leaders.length ?? 0
  const fewest = Math.min(...fitting.map(times))
  const least = fitting.filter((telling) => times(telling) === fewest)
  const closest = least.filter(({ on }) => on !== undefined)

  return dice.pick(closest.length > 0 && dice.chance(0.8) ? closest : least)
}

/** A few lines for an outcome, each given once. */
function remarksWith(dice: Dice): (outcome: Outcome) => Partial<Telling> {
  const given = new Set<string>()
  const addTo = (outcome: Outcome, name: keyof Remarks) => {
    const left = REMARKS[outcome][name].filter((line) => !given.has(line))
    if (left.length === 0 || !dice.chance(ADDS[name])) return []
    const line = dice.pick(left)
    given.add(line)

    return [[name, line]]
  }

  return (outcome) => Object.fromEntries(namesIn(ADDS).flatMap((name) => addTo(outcome, name)))
}

/** Of this touchpoint, this outcome and this errand. */
function fittingTellings({ touchpoint, outcome, scenario }: Occasion): Telling[] {
  const all = TELLINGS[touchpoint]?.[outcome] ?? []
  const fitting = all.filter(({ on }) => on === undefined || on === scenario)
  if (fitting.length === 0) throw new RangeError(`nothing is told of ${touchpoint}, ${outcome}, ${scenario}`)

  return fitting
}

function storyOnly({ story, causes, facts }: Telling): Telling {
  return { story, ...(causes && { causes }), ...(facts && { facts }) }
}
