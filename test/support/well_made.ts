import { expect } from 'vitest'

/** What a strict content policy and a strict reader of XML ask of a picture inside a page. */
export function expectWellMade(svg: string): void {
  const open: string[] = []
  for (const [, closing, name, attributes, self] of svg.matchAll(/<(\/?)([a-z]+)([^<>]*?)(\/?)>/g)) {
    if (closing) expect(open.pop()).toBe(name)
    else if (!self) open.push(name ?? '')
    expect((attributes ?? '').replace(/ [\w:-]+="[^"<]*"/g, '')).toBe('')
  }
  expect(open).toEqual([])
  expect(svg).not.toMatch(/style=|NaN|undefined|Infinity|null/)
  expect(svg).toMatch(
    /^<svg class="plot" [^>]*role="img" aria-labelledby="([\w-]+)-t \1-d"><title id="\1-t">.*<desc id="\1-d">/,
  )
}
