import type { Context } from '../../context.ts'
import { LANGUAGES } from '../../lib/regions.ts'
import { languageChoices, listed } from '../../lib/words.ts'
import {
  emptyForm,
  type Form,
  type SavedField,
  savedMeanwhile,
  type Typed,
  versionToSend,
} from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { may } from '../members/member.ts'
import { getOrganisation, listSpokenLanguages } from '../members/store.ts'
import { listTouchpoints } from '../touchpoints/store.ts'
import { CHANNEL_NAMES } from '../touchpoints/touchpoint.ts'
import { findInLibrary } from './library.ts'
import {
  type Detail,
  detailsIn,
  type LibraryScenario,
  LONGEST_TITLE,
  MOST_DETAILS,
  PART_NAMES,
  PURPOSE_NAMES,
  PURPOSES,
} from './scenario.ts'
import { getScenario, type Scenario } from './store.ts'

/** Empty, or filled with an errand of the library. */
export function newScenarioPage(ctx: Context, { from, form }: { from?: string | undefined; form?: Form }): View {
  const copied = from ? findInLibrary(from) : undefined

  return {
    ...formPage(ctx, form ?? emptyForm(copied ? typedFromLibrary(ctx, copied) : defaultsFor(ctx))),
    title: 'Add a scenario',
    action: copied ? `/scenarios?from=${copied.key}` : '/scenarios',
    button: 'Add this scenario',
    prepare: copied ? listed(copied.prepare.map((label) => label.toLowerCase())) : '',
  }
}

export function changeScenarioPage(ctx: Context, id: string, form?: Form): View {
  const scenario = getScenario(ctx, id)
  const saved = typedFrom(scenario, may(ctx.actor, 'see_prepared_details'))

  return {
    ...formPage(ctx, form ?? emptyForm(saved), scenario.touchpointIds),
    title: `Change “${scenario.title}”`,
    action: `/scenarios/${id}`,
    button: 'Save a new version',
    version: versionToSend(form, scenario.version),
    meanwhile: form ? savedMeanwhile(form, savedFields(ctx, scenario, saved)) : [],
  }
}

function formPage(ctx: Context, form: Form, kept: readonly string[] = []): View {
  const { locale } = getOrganisation(ctx)
  const offered = listTouchpoints(ctx, { retired: true }).filter(({ id, retiredOn }) => !retiredOn || kept.includes(id))
  const details = detailsIn(form.typed)

  return {
    template: 'scenarios/form',
    title: '',
    at: '/scenarios',
    width: 'narrow',
    form,
    longestTitle: LONGEST_TITLE,
    purposes: PURPOSES.map((purpose) => ({ value: purpose, label: PURPOSE_NAMES[purpose] })),
    ...languageChoices(LANGUAGES, [listSpokenLanguages(ctx), form.typed.languages].flat(), locale),
    touchpoints: offered.map(({ id, name }) => ({ value: id, label: name })),
    asksDetails: may(ctx.actor, 'see_prepared_details'),
    details: withSpareRows(details),
  }
}

/** Three empty rows to write in, at the end, as long as there is room for more details. */
function withSpareRows(details: readonly Detail[]): Detail[] {
  const used = details.slice(0, details.findLastIndex(({ label, value }) => label !== '' || value !== '') + 1)
  const spare = Array.from({ length: 3 }, () => ({ label: '', value: '' }))

  return [...used, ...spare].slice(0, Math.max(MOST_DETAILS, used.length))
}

function defaultsFor(ctx: Context): Typed {
  return { languages: [new Intl.Locale(getOrganisation(ctx).locale).language] }
}

/** A copy fits the touchpoints of its channels until the lead says otherwise. */
function typedFromLibrary(ctx: Context, copied: LibraryScenario): Typed {
  const { title, purpose, errand, coverStory, openingLine, ifAsked, never, afterwards } = copied
  const fitting = listTouchpoints(ctx).filter(({ channel }) => copied.channels.includes(channel))

  return {
    ...{ title, purpose, errand, coverStory, openingLine, ifAsked, never, afterwards },
    languages: ['en'],
    touchpointIds: fitting.map(({ id }) => id),
  }
}

function typedFrom(scenario: Scenario, withDetails: boolean): Typed {
  const { title, purpose, languages, touchpointIds, words } = scenario
  const { errand, coverStory, openingLine, ifAsked, never, afterwards } = words
  const details = withDetails ? words.details : []

  return {
    ...{ title, purpose, languages, touchpointIds, errand, coverStory, openingLine, ifAsked, never, afterwards },
    detailLabel: details.map(({ label }) => label),
    detailValue: details.map(({ value }) => value),
  }
}

function savedFields(ctx: Context, scenario: Scenario, saved: Typed): SavedField[] {
  const field = (name: string, label: string, words?: string) => ({ name, label, typed: saved[name] ?? '', words })
  const linked = listTouchpoints(ctx, { retired: true }).filter(({ id }) => scenario.touchpointIds.includes(id))

  return [
    field('title', 'Title'),
    field('purpose', 'Purpose', PURPOSE_NAMES[scenario.purpose]),
    ...Object.entries(PART_NAMES).flatMap(([part, label]) => (part === 'details' ? [] : [field(part, label)])),
    field('languages', 'Languages'),
    field(
      'touchpointIds',
      'Touchpoints',
      listed(linked.map(({ name, channel }) => `${name} (${CHANNEL_NAMES[channel]})`)),
    ),
    field('detailLabel', 'Prepared details'),
    field('detailValue', 'What to say for them'),
  ]
}
