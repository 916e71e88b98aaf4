/** A row of dots, one a contact, for the four corners of right and warm; beyond ten a bar as long as the share. */
import { perCent } from './svg.ts'

/** SVG; coloured by the text around it, and hidden from readers who hear the counts beside it. */
export function contactDots({ count, of }: { count: number; of: number }): string {
  if (of > 10)
    return `<svg aria-hidden="true"><rect width="${perCent((100 * count) / of)}" height="10" fill="currentColor"/></svg>`

  const dots = Array.from({ length: count }, (_, i) => `<circle cx="${5 + i * 15}" cy="6" r="5" fill="currentColor"/>`)

  return `<svg aria-hidden="true">${dots.join('')}</svg>`
}
