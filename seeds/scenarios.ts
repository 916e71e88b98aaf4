import type { ScenarioDetails } from '../src/features/scenarios/actions.ts'
import { findInLibrary } from '../src/features/scenarios/library.ts'
import type { Errand } from './scenario.ts'
import { LINE_ERRANDS } from './scenarios_lines.ts'
import { SCREEN_ERRANDS } from './scenarios_screen.ts'
import { SELLING_ERRANDS } from './scenarios_selling.ts'
import { STREET_ERRANDS } from './scenarios_street.ts'
import { WRITING_ERRANDS } from './scenarios_writing.ts'

/** The thirty errands of Northwind Energy. */
export const ERRANDS: readonly Errand[] = [
  ...LINE_ERRANDS,
  ...SELLING_ERRANDS,
  ...SCREEN_ERRANDS,
  ...WRITING_ERRANDS,
  ...STREET_ERRANDS,
]

/** The library’s scenario with the company’s words in place of its own; `idOf` gives a touchpoint’s id for its key. */
export function scenarioFrom(errand: Errand, idOf: (touchpoint: string) => string): ScenarioDetails {
  const starter = findInLibrary(errand.from)
  if (!starter) throw new RangeError(`the library has no ${errand.from}`)

  return {
    title: errand.title,
    purpose: errand.purpose ?? starter.purpose,
    languages: [...errand.languages],
    touchpointIds: errand.touchpoints.map(idOf),
    errand: errand.errand,
    coverStory: errand.coverStory,
    openingLine: errand.openingLine,
    ifAsked: errand.ifAsked ?? starter.ifAsked,
    never: errand.never ?? starter.never,
    afterwards: errand.afterwards ?? starter.afterwards,
    details: [...errand.details],
  }
}
