import type { Context } from '../../context.ts'
import type { View } from '../../platform/web/render.ts'
import { findOrganisation } from '../members/store.ts'

export interface CastMember {
  key: string
  name: string
  does: string
}

export function signInPage(ctx: Context, cast: readonly CastMember[], next: string): View {
  const organisation = findOrganisation(ctx)?.name ?? 'your company'

  return { template: 'signin/show', title: 'Sign in', width: 'narrow', organisation, cast, next }
}
