import type { Context } from '../../context.ts'
import { dayInWords, languageName, listed, numberInWords } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { may } from '../members/member.ts'
import { getOrganisation, listMembers } from '../members/store.ts'
import { NEVER_ON_ANY_ERRAND } from '../touchpoints/cover.ts'
import { findTouchpoint, listTouchpoints } from '../touchpoints/store.ts'
import { CHANNEL_NAMES, CHANNELS, isChannel } from '../touchpoints/touchpoint.ts'
import { getFromLibrary, LIBRARY } from './library.ts'
import { namingRemarks } from './naming.ts'
import {
  changedParts,
  type LibraryScenario,
  lacksDetails,
  PART_NAMES,
  PURPOSE_NAMES,
  PURPOSES,
  type Purpose,
  type ScenarioWords,
} from './scenario.ts'
import { getScenario, getVersion, listScenarios, listVersions, type Scenario } from './store.ts'

export function scenariosPage(ctx: Context, which: { retired: boolean; touchpointId?: string | undefined }): View {
  const touchpoint = which.touchpointId ? findTouchpoint(ctx, which.touchpointId) : undefined
  const scenarios = listScenarios(ctx, { retired: which.retired, ...(touchpoint && { touchpointId: touchpoint.id }) })
  const names = new Map(listTouchpoints(ctx, { retired: true }).map(({ id, name }) => [id, name]))
  const rowOf = (scenario: Scenario) => ({
    ...scenario,
    touchpoints: listed(scenario.touchpointIds.map((id) => names.get(id) ?? '')) || 'none yet',
  })

  return {
    template: 'scenarios/list',
    title: 'Scenarios',
    at: '/scenarios',
    heading: headingOf(scenarios.length, touchpoint?.name),
    lead: leadOf(scenarios),
    showsRetired: which.retired,
    hasRetired: listScenarios(ctx, { retired: true }).some(({ retiredOn }) => retiredOn),
    touchpoint,
    groups: byPurpose(scenarios).map(({ purpose, of }) => ({ name: PURPOSE_NAMES[purpose], scenarios: of.map(rowOf) })),
  }
}

export function scenarioPage(ctx: Context, id: string): View {
  const scenario = getScenario(ctx, id)
  const { locale } = getOrganisation(ctx)
  const linked = listTouchpoints(ctx, { retired: true }).filter((one) => scenario.touchpointIds.includes(one.id))

  return {
    template: 'scenarios/show',
    title: scenario.title,
    at: '/scenarios',
    scenario,
    ...wordsView(ctx, scenario.words),
    purpose: PURPOSE_NAMES[scenario.purpose],
    languages: listed(
      scenario.languages.map((code) => languageName(code, locale)),
      locale,
    ),
    touchpoints: linked.map(({ id, name, retiredOn }) => ({ id, name, retired: retiredOn !== null })),
    retiredOn: scenario.retiredOn && dayInWords(scenario.retiredOn, locale),
    lacksDetails: lacksDetails(scenario.words),
    namings: namingsIn(ctx, scenario.words),
    versions: versionsView(ctx, id),
  }
}

/** The words as they stood: whoever was given them keeps them. */
export function versionPage(ctx: Context, id: string, number: number): View {
  const scenario = getScenario(ctx, id)

  return {
    template: 'scenarios/version',
    title: `${scenario.title}, version ${number}`,
    at: '/scenarios',
    scenario,
    number,
    ...wordsView(ctx, getVersion(ctx, id, number)),
  }
}

export function retireScenarioPage(ctx: Context, id: string): View {
  const { title } = getScenario(ctx, id)

  return { template: 'scenarios/retire', title: `Retire ${title}`, at: '/scenarios', width: 'narrow', id, name: title }
}

export function libraryPage(channel: string | undefined): View {
  const chosen = channel && isChannel(channel) ? channel : null
  const found = LIBRARY.filter((scenario) => !chosen || scenario.channels.includes(chosen))

  return {
    template: 'scenarios/library',
    title: 'Starter library',
    at: '/scenarios',
    heading: chosen
      ? `${found.length} errands for this channel, to copy and adapt.`
      : `${found.length} errands that fit most companies, to copy and adapt.`,
    channels: CHANNELS.map((one) => ({ channel: one, name: CHANNEL_NAMES[one], chosen: one === chosen })),
    chosen,
    groups: byPurpose(found).map(({ purpose, of }) => ({ name: PURPOSE_NAMES[purpose], scenarios: of.map(inLibrary) })),
  }
}

export function libraryScenarioPage(key: string): View {
  const scenario = getFromLibrary(key)

  return {
    template: 'scenarios/library_one',
    title: scenario.title,
    at: '/scenarios',
    scenario,
    purpose: PURPOSE_NAMES[scenario.purpose],
    channels: inLibrary(scenario).channels,
    parts: partsOf({ ...scenario, details: [] }),
    always: NEVER_ON_ANY_ERRAND,
  }
}

function inLibrary(scenario: LibraryScenario) {
  return { ...scenario, channels: listed(scenario.channels.map((channel) => CHANNEL_NAMES[channel].toLowerCase())) }
}

/** For whoever may change it; looked for among the company's own names. */
function namingsIn(ctx: Context, words: ScenarioWords): string[] {
  const places = listTouchpoints(ctx, { retired: true }).map(({ name }) => name)
  const people = listMembers(ctx).flatMap(({ name, email }) => [name, email])
  const company = { names: [getOrganisation(ctx).name, ...places], people }

  return namingRemarks(words, company, may(ctx.actor, 'see_prepared_details'))
}

/** Prepared details are for leads and the assigned leader only; an admin learns how many there are. */
function wordsView(ctx: Context, words: ScenarioWords) {
  const seesDetails = may(ctx.actor, 'see_prepared_details')

  return {
    errand: words.errand,
    parts: partsOf(words),
    always: NEVER_ON_ANY_ERRAND,
    seesDetails,
    details: seesDetails ? words.details : [],
    prepared: words.details.length,
  }
}

function partsOf(words: ScenarioWords) {
  const parts = ['coverStory', 'openingLine', 'ifAsked', 'never', 'afterwards'] as const

  return parts.map((part) => ({ part, name: PART_NAMES[part], text: words[part] }))
}

/** Each version with what it changed in the one before. */
function versionsView(ctx: Context, id: string) {
  const versions = listVersions(ctx, id)

  return versions.map((version, i) => {
    const before = versions[i + 1]
    const changed = before ? listed(changedParts(before, version).map((part) => part.toLowerCase())) : 'as it began'

    return { number: version.number, changed: changed || 'title, purpose, languages or touchpoints' }
  })
}

function byPurpose<S extends { purpose: Purpose }>(scenarios: readonly S[]): { purpose: Purpose; of: S[] }[] {
  return PURPOSES.map((purpose) => ({
    purpose,
    of: scenarios.filter((scenario) => scenario.purpose === purpose),
  })).filter(({ of }) => of.length > 0)
}

/** What they are for, and which of them cannot be used yet. */
function leadOf(scenarios: readonly Scenario[]): string | null {
  if (scenarios.length === 0) return null
  const idle = scenarios.filter(({ touchpointIds, retiredOn }) => touchpointIds.length === 0 && retiredOn === null)
  const words = 'An ordinary errand each, for a leader to run as any customer would.'
  if (idle.length === 0) return words

  return `${words} ${numberInWords(idle.length)} ${idle.length === 1 ? 'fits' : 'fit'} no touchpoint yet and ${idle.length === 1 ? 'is' : 'are'} given to nobody.`
}

function headingOf(n: number, touchpoint: string | undefined): string {
  const where = touchpoint ? ` for ${touchpoint}` : ''
  if (n === 0) return `No scenarios${where} yet.`

  return n === 1 ? `One scenario${where}.` : `${n} scenarios${where}.`
}
