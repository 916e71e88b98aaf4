import type { Actor, Role } from '../../context.ts'
import type { WeeklyHours } from '../../lib/days.ts'

export const ROLES = ['leader', 'lead', 'owner', 'reviewer', 'admin'] as const satisfies readonly Role[]

/** Who may do what: the one table. Doors, pages and actions ask it by name. */
export const CAPABILITIES = {
  make_contacts: ['leader'],
  see_assignments: ['leader', 'lead'],
  plan_programs: ['lead'],
  read_reflections: ['lead'],
  read_months: ['leader', 'lead', 'owner', 'reviewer'],
  read_live_months: ['lead'],
  compare_slices: ['leader', 'lead', 'reviewer'],
  raise_followups: ['lead'],
  tell_staff: ['lead'],
  see_followups: ['leader', 'lead', 'owner'],
  edit_touchpoints: ['lead', 'admin'],
  read_touchpoints: ['lead', 'admin', 'owner', 'reviewer'],
  list_touchpoints: ['lead', 'admin', 'reviewer'],
  read_own_touchpoints: ['owner'],
  edit_scenarios: ['lead', 'admin'],
  see_prepared_details: ['lead'],
  read_method: ['leader', 'lead', 'owner', 'reviewer', 'admin'],
  read_reviews: ['lead', 'reviewer'],
  write_reviews: ['lead'],
  sign_reviews: ['reviewer'],
  see_members: ['lead', 'admin'],
  manage_members: ['admin'],
  keep_absences: ['lead', 'admin'],
  edit_settings: ['admin'],
  read_outbox: ['admin'],
  read_audit: ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Capability = keyof typeof CAPABILITIES

export const ROLE_WORDS: Readonly<Record<Role, { name: string; does: string }>> = {
  leader: { name: 'Leader', does: 'contacts the company as a customer would' },
  lead: { name: 'Lead', does: 'plans programs, reads reflections' },
  owner: { name: 'Touchpoint owner', does: 'answers for a way in to the company' },
  reviewer: { name: 'Reviewer', does: 'reads and signs the quarter' },
  admin: { name: 'Admin', does: 'keeps members, settings and backups' },
}

export interface Member {
  id: string
  name: string
  email: string
  jobTitle: string
  departmentId: string | null
  country: string
  timeZone: string
  languages: string[]
  /** Null: the default hours. */
  contactableHours: WeeklyHours | null
  joinedOn: string
  retiredOn: string | null
  roles: Role[]
  version: number
}

export function may(actor: Actor, capability: Capability): boolean {
  const allowed: readonly Role[] = CAPABILITIES[capability]

  return actor.roles.some((role) => allowed.includes(role))
}

/** Whether somebody is still here as what they were chosen for: not whoever left, or has another role now. */
export function isStill(role: Role, { retiredOn, roles }: Pick<Member, 'retiredOn' | 'roles'>): boolean {
  return retiredOn === null && roles.includes(role)
}

/** Without an admin nobody could let anyone in again; without a lead nothing is planned, read or released. */
export const NEVER_WITHOUT = ['admin', 'lead'] as const satisfies readonly Role[]

/** The last one who has a role cannot lay it down, nor go. */
export function leavesNobody(
  role: Role,
  holders: readonly string[],
  memberId: string,
  rolesAfter: readonly Role[],
): boolean {
  return holders.length === 1 && holders[0] === memberId && !rolesAfter.includes(role)
}
