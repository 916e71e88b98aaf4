import type { Context } from '../../context.ts'
import type { Known } from '../../lib/name_check.ts'
import { refuseIfAny } from '../../lib/problem.ts'
import { getOrganisation, listMembers } from '../members/store.ts'
import { listTouchpoints } from '../touchpoints/store.ts'
import { namingComplaints } from './naming.ts'

/** Throws Invalid where texts may name somebody, unless their author has looked and says that they do not. */
export function refuseNames(ctx: Context, texts: Readonly<Record<string, string>>, settled: boolean): void {
  // The company's names are looked up only where something was found without them.
  if (Object.keys(namingComplaints(texts, settled, { names: [], prepared: [] })).length === 0) return
  const complaints = namingComplaints(texts, settled, knownHere(ctx))
  refuseIfAny(complaints)
}

/** Members and touchpoints are nobody's secret: none of them is an agent. */
function knownHere(ctx: Context): Known {
  const names = [...listMembers(ctx), ...listTouchpoints(ctx), getOrganisation(ctx)].map(({ name }) => name)

  return { names, prepared: [] }
}
