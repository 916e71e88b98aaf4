/** A standard is an observable, teachable expectation at a touchpoint, with the share of contacts that should meet it. */

import type { Reading } from '../../lib/reading.ts'

export interface Standard {
  id: string
  touchpointId: string
  statement: string
  /** A share from 0 to 1; null: no target. */
  target: number | null
  position: number
  retiredOn: string | null
  version: number
}

/** Fewer than three say little of a touchpoint; more than five nobody keeps in mind. */
export const FEWEST = 3
export const MOST = 5
/** A reflection asks up to three, so that it stays three minutes. */
const ASKED = 3

const LONGEST = 160
const SHORTEST = 10

export function readStatement(typed: string): Reading<string> {
  const statement = typed.trim().replace(/\s+/g, ' ')
  if (statement.length < SHORTEST)
    return {
      complaint:
        'Say in a sentence what a customer sees or hears, for example “A person answers within three minutes.”',
    }
  if (statement.length > LONGEST) return { complaint: `Keep it to one sentence of at most ${LONGEST} letters.` }

  return { value: statement }
}

/** Typed as per cent ("80", "80 %"), kept as a share from 0 to 1; nothing typed: no target. */
export function readTarget(typed: string): Reading<number | null> {
  const text = typed.normalize('NFKC').replace('%', '').trim()
  if (text === '') return { value: null }
  const percent = Number(text)
  if (!Number.isInteger(percent) || percent < 1 || percent > 100)
    return { complaint: 'Give a whole per cent from 1 to 100, or leave it empty.' }

  return { value: percent / 100 }
}

/** A word nobody can see or hear, so that two leaders would answer differently; null when there is none. */
export function vagueWord(statement: string): string | null {
  return VAGUE.exec(statement)?.[0].toLowerCase() ?? null
}

/**
 * Which standards this reflection asks: those asked least often before, and of these the ones that stand first, so that over
 * time each has its turn (after n reflections no standard is more than one ahead of another). They keep the order of the list.
 */
export function standardsToAsk<S extends { id: string; position: number }>(
  standards: readonly S[],
  timesAsked: ReadonlyMap<string, number>,
  atMost = ASKED,
): S[] {
  const times = (standard: S) => timesAsked.get(standard.id) ?? 0
  const turn = standards.toSorted((a, b) => times(a) - times(b) || inOrder(a, b))

  return turn.slice(0, atMost).toSorted(inOrder)
}

const VAGUE =
  /\b(friendly|friendliness|polite|politely|professional|professionally|nice|nicely|good|great|excellent|appropriate|appropriately|adequate|quickly|promptly|soon|competent|helpful|respectful|empathetic|courteous|satisfactory)\b/i

function inOrder(a: { id: string; position: number }, b: { id: string; position: number }): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1)
}
