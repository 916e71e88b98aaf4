/** The words of a reflection that a lead may share once they are released (PRODUCT.md §4), by their columns, with what they are called. */
import { namesIn } from '../../lib/written_out.ts'

export const SHARED_TEXTS = {
  story: 'The story',
  phrase: 'The words that stayed',
  well_done: 'What they tried to do well',
  belief: 'What it contradicts',
  business_reason: 'Why they would, or would not, be our customer',
  unsaid: 'What the form did not let them say',
} as const

export const SHARED_FIELDS = namesIn(SHARED_TEXTS)
