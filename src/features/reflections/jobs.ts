import type { Context } from '../../context.ts'
import { findOrganisation } from '../members/store.ts'
import { releaseWhatIsDue } from './release_actions.ts'

/** Texts written three days ago that nobody has decided about. Before set-up there are none. */
export function releaseCleanTexts(ctx: Context): void {
  if (!findOrganisation(ctx)) return

  releaseWhatIsDue(ctx)
}
