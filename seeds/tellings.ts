import type { Dice } from './dice.ts'
import { BILLING_WELL } from './stories_billing.ts'
import { BILLING_BADLY } from './stories_billing_badly.ts'
import { CHAT } from './stories_chat.ts'
import { COMPLAINTS } from './stories_complaints.ts'
import { FORM } from './stories_form.ts'
import { GERMAN } from './stories_german.ts'
import { OUTAGE } from './stories_outage.ts'
import { SHOP } from './stories_shop.ts'
import { SOCIAL } from './stories_social.ts'
import { SOLAR } from './stories_solar.ts'
import type { Outcome, Telling, Tellings } from './telling.ts'

/** All that is told, by the key of the touchpoint. */
export const TELLINGS: Readonly<Record<string, Tellings>> = {
  billing: { ...BILLING_WELL, ...BILLING_BADLY },
  outage: OUTAGE,
  solar: SOLAR,
  german: GERMAN,
  chat: CHAT,
  complaints: COMPLAINTS,
  form: FORM,
  social: SOCIAL,
  shop: SHOP,
}

export interface Occasion {
  touchpoint: string
  scenario: string | null
  leader: string
  outcome: Outcome
}

/** Hands out tellings so that none comes twice while another fits; one that has to come again brings its story only. */
export function tellingsWith(dice: Dice): { tell: (occasion: Occasion) => Telling } {
  const told = new Map<Telling, string[]>()
  const timesTold = (telling: Telling) => told.get(telling)?.length ?? 0
  const fewest = (fitting: readonly Telling[]) => {
    const times = Math.min(...fitting.map(timesTold))

    return fitting.filter((telling) => timesTold(telling) === times)
  }

  return {
    tell: (occasion) => {
      const fresh = fewest(fittingTellings(occasion, told))
      const closest = fresh.filter(({ on }) => on !== undefined)
      const telling = dice.pick(closest.length > 0 && dice.chance(0.8) ? closest : fresh)
      const before = told.get(telling) ?? []
      told.set(telling, [...before, occasion.leader])

      return before.length === 0 ? telling : storyOnly(telling)
    },
  }
}

/** Of this touchpoint, this outcome and this errand; nobody tells the same story twice if it can be helped. */
function fittingTellings({ touchpoint, outcome, scenario, leader }: Occasion, told: Map<Telling, string[]>): Telling[] {
  const all = TELLINGS[touchpoint]?.[outcome] ?? []
  const fitting = all.filter(({ on }) => on === undefined || on === scenario)
  if (fitting.length === 0) throw new RangeError(`nothing is told of ${touchpoint}, ${outcome}, ${scenario}`)
  const unheard = fitting.filter((telling) => !told.get(telling)?.includes(leader))

  return unheard.length > 0 ? unheard : fitting
}

function storyOnly({ story, causes, facts }: Telling): Telling {
  return { story, ...(causes && { causes }), ...(facts && { facts }) }
}
