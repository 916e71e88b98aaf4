/**
 * What a device keeps of a draft, and how pages of it come together; nothing here knows the page. Words are field name to the
 * values typed or chosen. A sheet is { version, base, words, asides }: the draft's version on the server and its words then, the
 * words now, and for a field that was changed in two places the other words, until the person has chosen. Nothing is dropped.
 */

/**
 * What two pages made of the same words. A field that one of them changed is taken from that one; where both did, `theirs`
 * stands and the name is among the clashes.
 */
export function merge(base, mine, theirs) {
  const names = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])
  const words = {}
  const clashes = []
  for (const name of names) {
    const kept = same(theirs[name], base[name]) ? mine[name] : theirs[name]
    if (!isEmpty(kept)) words[name] = kept
    if (![mine[name], base[name]].some((one) => same(one, theirs[name])) && !same(mine[name], base[name]))
      clashes.push(name)
  }

  return { words, clashes }
}

/** A page was opened that shows the words of some version of the draft; `page` are those words. */
export function opened(sheet, version, page) {
  if (!sheet) return { version, base: page, words: page, asides: {} }

  return version > sheet.version ? overtaken(sheet, { version, words: page }) : sheet
}

/** Somebody typed: `seen` is what this page showed of the sheet before, `mine` what it shows now. */
export function typed(sheet, seen, mine) {
  const open = Object.keys(sheet.asides)
  const asides = { ...sheet.asides }
  // A choice that is open on another page, and not shown on this one, stands.
  for (const name of open) if (!same(mine[name], seen[name])) asides[name] = mine[name] ?? []
  const { words, clashes } = merge(without(seen, open), without(mine, open), without(sheet.words, open))
  for (const name of clashes) asides[name] = mine[name] ?? []

  return { ...sheet, words: { ...pick(sheet.words, open), ...words }, asides }
}

/**
 * A page was closed before its last words were kept: `steps` is what it showed, one after the other. Whichever of them the sheet
 * stands at, it is followed by the last.
 */
export function recovered(sheet, steps) {
  const stands = shown(sheet)
  const mine = steps.at(-1)
  const seen = { ...steps[0] }
  for (const name of new Set(steps.flatMap((step) => Object.keys(step))))
    seen[name] = (steps.find((step) => same(step[name], stands[name])) ?? steps[0])[name]

  return typed(sheet, seen, mine)
}

/**
 * A page gets to know the sheet: it showed `before` when it asked, and shows `now`. What was typed in between stays in the form;
 * where the sheet says something else, the page counts as not having seen it, so that both words are put before the person.
 */
export function caughtUp(sheet, before, now) {
  const { words, clashes } = merge(before, now, shown(sheet))
  const of = (page) => Object.fromEntries(clashes.map((name) => [name, page[name] ?? []]))

  return { words: { ...words, ...of(now) }, seen: { ...shown(sheet), ...of(before) } }
}

/** The server has saved these words under this version; what was typed since then is still to be saved. */
export function saved(sheet, version, words) {
  return { ...sheet, version, base: words }
}

/** The server holds newer words than the sheet was based on. */
export function overtaken(sheet, { version, words: theirs }) {
  const { words, clashes } = merge(sheet.base, sheet.words, theirs)
  const asides = { ...sheet.asides }
  for (const name of clashes) asides[name] ??= sheet.words[name] ?? []

  return { version, base: theirs, words, asides }
}

/** The person has chosen for a field: the words typed here, or the ones that stand. */
export function chosen(sheet, name, which) {
  const { [name]: aside = [], ...asides } = sheet.asides
  const words = which === 'mine' ? { ...sheet.words, [name]: aside } : sheet.words

  return { ...sheet, words, asides }
}

/** What a page shows: in a field that waits for a choice, the words that were typed here. */
export function shown({ words, asides }) {
  return { ...words, ...asides }
}

export function isUnsaved(sheet) {
  return Object.keys(sheet.asides).length > 0 || !sameWords(sheet.words, sheet.base)
}

export function sameWords(a, b) {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => same(a[name], b[name]))
}

/** Ticks in any order are the same ticks, and nothing typed is as good as no field. */
function same(a, b) {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

function plain(values) {
  return (values ?? []).filter(Boolean).toSorted()
}

function isEmpty(values) {
  return plain(values).length === 0
}

function without(words, names) {
  return Object.fromEntries(Object.entries(words).filter(([name]) => !names.includes(name)))
}

function pick(words, names) {
  return Object.fromEntries(Object.entries(words).filter(([name]) => names.includes(name)))
}
