import type { Context } from '../../context.ts'
import { COUNTRIES, LOCALES } from '../../lib/regions.ts'
import { choicesByName, countryName, localeName } from '../../lib/words.ts'
import { emptyForm, type Form, versionToSend } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { PRIMARY_MEASURES, RANGES } from './organisation.ts'
import { getOrganisation, type Organisation } from './store.ts'

export function settingsPage(ctx: Context, { form, saved = false }: { form?: Form; saved?: boolean } = {}): View {
  const organisation = getOrganisation(ctx)

  return {
    ...{ template: 'members/settings', title: 'Settings', at: '/settings', width: 'narrow', saved },
    form: form ?? emptyForm(typedFrom(organisation)),
    version: versionToSend(form, organisation.version),
    ...foundingChoices(form?.typed.locale ?? organisation.locale),
    measures: Object.entries(PRIMARY_MEASURES).map(([value, label]) => ({ value, label })),
    ranges: RANGES,
  }
}

/** What set-up and settings offer to choose from. A locale outside the list stays choosable where it is in use. */
export function foundingChoices(inUse: string | string[]) {
  const used = [inUse].flat().filter((locale) => locale !== '' && !LOCALES.some((known) => known === locale))
  const months = Array.from({ length: 12 }, (_, i) => Temporal.PlainDate.from({ year: 2026, month: i + 1, day: 1 }))

  return {
    locales: choicesByName([...LOCALES, ...used], localeName),
    countries: choicesByName(COUNTRIES, countryName),
    zones: Intl.supportedValuesOf('timeZone'),
    months: months.map((day) => ({
      value: String(day.month),
      label: day.toLocaleString('en-GB', { month: 'long' }),
    })),
  }
}

function typedFrom({ id: _id, version: _version, ...settings }: Organisation) {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]))
}
