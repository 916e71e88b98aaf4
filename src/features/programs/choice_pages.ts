import type { Context } from '../../context.ts'
import { inNameOrder } from '../../lib/words.ts'
import { isIn, namesIn } from '../../lib/written_out.ts'
import type { Form } from '../../platform/web/forms.ts'
import { getOrganisation, listMembers } from '../members/store.ts'
import { PURPOSE_NAMES, PURPOSES } from '../scenarios/scenario.ts'
import { listScenarios } from '../scenarios/store.ts'
import { listTouchpoints } from '../touchpoints/store.ts'
import { CHANNEL_NAMES, CHANNELS } from '../touchpoints/touchpoint.ts'

type Typed = Form['typed']

interface Choice {
  value: string
  label: string
  /** What it is folded under where there are many. */
  under: string
}

/** Who goes where with what, to choose from. */
export function lineupChoices(ctx: Context, form: Form) {
  return {
    leaders: choicesOf('leaders', OFFERS.leaders(ctx), form),
    touchpoints: choicesOf('touchpoints', OFFERS.touchpoints(ctx), form),
    scenarios: choicesOf('scenarios', OFFERS.scenarios(ctx), form),
  }
}

/** What was typed, once all or none of a list were asked for ("leaders") or of one fold of it ("leaders/Finance"). */
export function withManyTicked(ctx: Context, typed: Typed): Typed {
  const [part = '', ...under] = askedFor(typed).split('/')
  if (!isIn(namesIn(MOST_UNFOLDED), part)) return typed
  const meant = OFFERS[part](ctx).options.filter((option) => under.length === 0 || option.under === under.join('/'))
  const others = [typed[part] ?? []].flat().filter((id) => meant.every(({ value }) => value !== id))

  return { ...typed, [part]: typed.all ? [...others, ...meant.map(({ value }) => value)] : others }
}

/** Names stand side by side, titles below one another: more than so many are a wall on a phone, and a stop each with a keyboard. */
const MOST_UNFOLDED = { leaders: 30, touchpoints: 30, scenarios: 8 } as const
type Part = keyof typeof MOST_UNFOLDED

interface Offered {
  options: readonly Choice[]
  /** In the order they are folded under. */
  headings: readonly string[]
}

function askedFor(typed: Typed): string {
  return [typed.all ?? typed.none ?? ''].flat()[0] ?? ''
}

const OFFERS: Readonly<Record<Part, (ctx: Context) => Offered>> = {
  leaders: offeredLeaders,
  touchpoints: offeredTouchpoints,
  scenarios: offeredScenarios,
}

function offeredLeaders(ctx: Context): Offered {
  const options = listMembers(ctx)
    .filter(({ roles }) => roles.includes('leader'))
    .map(({ id, name, department }) => ({ value: id, label: name, under: department ?? NO_DEPARTMENT }))
  const departments = options.map(({ under }) => under).filter((under) => under !== NO_DEPARTMENT)
  const inOrder = inNameOrder([...new Set(departments)], (name) => name, getOrganisation(ctx).locale)

  return { options, headings: [...inOrder, NO_DEPARTMENT] }
}

const NO_DEPARTMENT = 'Without a department'

function offeredTouchpoints(ctx: Context): Offered {
  return {
    options: listTouchpoints(ctx).map(({ id, name, channel }) => ({
      ...{ value: id, label: name },
      under: CHANNEL_NAMES[channel],
    })),
    headings: CHANNELS.map((channel) => CHANNEL_NAMES[channel]),
  }
}

function offeredScenarios(ctx: Context): Offered {
  return {
    options: listScenarios(ctx).map(({ id, title, purpose }) => ({
      ...{ value: id, label: title },
      under: PURPOSE_NAMES[purpose],
    })),
    headings: PURPOSES.map((purpose) => PURPOSE_NAMES[purpose]),
  }
}

function choicesOf(part: Part, { options, headings }: Offered, form: Form) {
  return { options, groups: options.length > MOST_UNFOLDED[part] ? folded(part, { options, headings }, form) : null }
}

/** A complaint leads to the first of them, and opens it; so does whoever asked for all or none of one. */
function folded(part: Part, { options, headings }: Offered, { typed, complaints }: Form) {
  const chosen = new Set([typed[part] ?? []].flat())
  const byHeading = Map.groupBy(options, ({ under }) => under)
  const asked = askedFor(typed)
  const groups = headings.flatMap((heading) => {
    const of = byHeading.get(heading) ?? []
    const there = of.filter(({ value }) => chosen.has(value)).length

    return of.length > 0 ? [{ heading, name: `${heading}: ${there} of ${of.length} so far`, options: of }] : []
  })

  return groups.map((group, i) => ({
    ...group,
    isOpen: asked === `${part}/${group.heading}` || (i === 0 && complaints[part] !== undefined),
  }))
}
