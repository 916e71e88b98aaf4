/** Every field as it was typed; kept from the first word to the handing in. */
export type Kept = Record<string, string | string[]>

export interface Draft {
  answers: Kept
  version: number
  /** The page that saved last; empty where it runs no scripts. */
  writer: string
  turn: number
}

/** What a page says of itself when it saves or hands in: the version it shows, who it is, and how often it has saved. */
export interface Page {
  shown: number
  writer: string
  turn: number
}

/** Where nothing says what was shown: nothing was. */
export const NO_PAGE: Page = { shown: 0, writer: '', turn: 0 }

/**
 * Whether somebody else's newer words stand. A page is never overtaken by itself: it may have saved without hearing of it; but what
 * it sent earlier and arrives later is old.
 */
export function isOvertaken(draft: Draft | undefined, page: Page): boolean {
  if (!draft) return false
  const isOwn = page.writer !== '' && draft.writer === page.writer && page.turn > draft.turn

  return draft.version !== page.shown && !isOwn
}

/** The order of fields and ticks says nothing; a field that was left empty is as good as none. */
export function areSameWords(a: Kept, b: Kept): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

function plain(words: Kept): [string, string[]][] {
  return Object.entries(words)
    .map(([name, typed]): [string, string[]] => [name, [typed].flat().filter(Boolean).sort()])
    .filter(([, typed]) => typed.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
