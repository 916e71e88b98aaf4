import type { House } from '../support/house.ts'
import { FORM } from '../support/reflection_form.ts'

/** A follow-up as a lead's form posts it; tests say only what differs. */
export const RAISED: Record<string, string | string[]> = {
  kind: 'fix',
  cause: 'hand_off',
  commitment: 'Every caller is told by when somebody comes back to them.',
  touchpoint: 'billing',
  owner: 'otto',
  due: '2026-06-30',
  note: '',
}

/** Raises one and gives its id. */
export async function raise(house: House, differs: Record<string, string | string[]> = {}): Promise<string> {
  const answer = await house.post('maud', '/followups', { ...RAISED, ...differs })
  if (answer.statusCode !== 303) throw new Error(`not raised: ${answer.statusCode} ${answer.body}`)

  return String(answer.headers.location).replace('/followups/', '')
}

/** Nora hands in what she met on the billing line; gives the reflection's id. */
export async function handInNora(house: House, differs: Record<string, string | string[]> = {}): Promise<string> {
  const answer = await house.post('nora', '/assignments/bill/reflection', { ...FORM, ...differs })
  if (answer.statusCode !== 303) throw new Error(`not handed in: ${answer.statusCode}`)

  return String(answer.headers.location).split('/')[2] ?? ''
}
