/** What a slice is called. */
import { PURPOSE_NAMES } from '../scenarios/scenario.ts'
import { CHANNEL_NAMES } from '../touchpoints/touchpoint.ts'
import type { Place } from './places.ts'

export function nameOfSlice(
  { breakdown, slice }: Pick<Place, 'breakdown' | 'slice'>,
  names: ReadonlyMap<string, string>,
): string {
  const fixed: Readonly<Record<string, string>> = { ...CHANNEL_NAMES, ...PURPOSE_NAMES }

  return names.get(`${breakdown} ${slice}`) ?? fixed[slice] ?? ''
}
