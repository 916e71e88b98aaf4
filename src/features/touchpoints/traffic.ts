/** How customers' traffic falls over the day: shares per daypart that add up to 1, in the touchpoint's zone. */

import { DAYPARTS, type Daypart, type WeeklyHours } from '../../lib/days.ts'
import { openMinutes } from './opening_hours.ts'

export type Shares = Partial<Record<Daypart, number>>

export const DAYPART_NAMES: Readonly<Record<Daypart, string>> = {
  early: 'Early, 6–9',
  morning: 'Morning, 9–12',
  midday: 'Midday, 12–14',
  afternoon: 'Afternoon, 14–17',
  evening: 'Evening, 17–21',
  night: 'Night, 21–6',
}

/** What was typed as per cent, a field per daypart. All empty: nobody knows, and the value is null. */
export function readShares(
  typed: Shares | Partial<Record<Daypart, string>>,
  weekly: WeeklyHours,
): { value: Shares | null } | { complaints: Partial<Record<Daypart, string>> } {
  const percents = DAYPARTS.map((daypart) => [daypart, readPercent(String(typed[daypart] ?? ''))] as const)
  const complaints = percentComplaints(percents, openMinutes(weekly))
  const total = percents.reduce((sum, [, percent]) => sum + percent, 0)
  if (Object.keys(complaints).length > 0) return { complaints }
  if (total === 0) return { value: null }
  if (Math.abs(total - 100) > ROUNDING) {
    const first = DAYPARTS.find((daypart) => openMinutes(weekly)[daypart] > 0) ?? 'morning'

    return {
      complaints: { [first]: `Together these are ${inWords(total)}, not 100. Leave all empty if you do not know.` },
    }
  }
  const shares = percents.filter(([, percent]) => percent > 0)

  return { value: Object.fromEntries(shares.map(([daypart, percent]) => [daypart, percent / total])) }
}

/** The per cent that goes into the form again. */
export function percentOf(share: number | undefined): string {
  return share ? inWords(share * 100) : ''
}

/** Thirds are typed as 33, 33 and 33. */
const ROUNDING = 1

function percentComplaints(
  percents: readonly (readonly [Daypart, number])[],
  open: Record<Daypart, number>,
): Partial<Record<Daypart, string>> {
  const complaints: Partial<Record<Daypart, string>> = {}
  for (const [daypart, percent] of percents) {
    if (!(percent >= 0 && percent <= 100)) complaints[daypart] = 'Give a share from 0 to 100, or leave it empty.'
    else if (percent > 0 && open[daypart] === 0) complaints[daypart] = 'It is never open then, so nobody can come then.'
  }

  return complaints
}

function readPercent(typed: string): number {
  const text = typed.normalize('NFKC').replace('%', '').replace(',', '.').trim()

  return text === '' ? 0 : Number(text)
}

function inWords(percent: number): string {
  return String(Math.round(percent * 10) / 10)
}
