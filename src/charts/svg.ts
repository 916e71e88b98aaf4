/** What all charts share: the frame, the words that go with it, and numbers short enough to send. */

export interface Words {
  /** Unique on the page: the title and the description are found by it. */
  id: string
  title: string
  /** Every number of the chart, in words. */
  description: string
}

/** Without a viewBox: text and dots keep their size at any width, positions are per cent. */
export function plot({ description, ...words }: Words, height: number, body: string): string {
  return plotSaid({ ...words, said: escaped(description) }, height, body)
}

/** The same where what is said stands still for the most part, and was escaped when it was drawn. */
export function plotSaid(
  { id, title, said }: Omit<Words, 'description'> & { said: string },
  height: number,
  body: string,
) {
  return `<svg class="plot" height="${height}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${escaped(title)}</title><desc id="${id}-d">${said}</desc>${body}</svg>`
}

export interface Centred {
  x: number
  words: string
  now: boolean
}

/** Words side by side at one height, each centred on its place: what they have in common is sent once. */
export function centred(kind: string, y: number, row: readonly Centred[]): string {
  return centredSpans(kind, y, row.map(span).join(''))
}

export function centredSpans(kind: string, y: number, spans: string): string {
  return spans === '' ? '' : `<text${kind && ` class="${kind}"`} y="${y}" text-anchor="middle">${spans}</text>`
}

export function span({ x, words, now }: Centred): string {
  return `<tspan${now ? ' class="now"' : ''} x="${perCent(x)}">${escaped(words)}</tspan>`
}

/** For text between tags and in attributes with double quotes. */
export function escaped(text: string): string {
  if (!/[&<>"]/.test(text)) return text

  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** To hundredths: more is less than a pixel, and is sent with every page. */
export function short(number: number): string {
  return String(Math.round(number * 100) / 100)
}

/** As SVG writes lengths: 12.5 to "12.5%". */
export function perCent(number: number): string {
  return `${short(number)}%`
}
