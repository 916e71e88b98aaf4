/** One cell of a matrix: a share as a length under its count, so that a row can be read along and a column down. */
import { short } from './svg.ts'

/** Decoration beside figures that stand in the cell as text: nothing is to be read from it alone. */
export function cellBar(share: number): string {
  return `<svg class="cell-bar" width="100%" height="6" aria-hidden="true"><rect class="track" width="100%" height="6"/><rect class="fill" width="${short(100 * share)}%" height="6"/></svg>`
}
