import type { Context } from '../../context.ts'
import { counted } from '../../lib/words.ts'
import { emptyForm, type Form, versionToSend } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { countByDepartment, getDepartment } from './department_store.ts'
import { listDepartments } from './store.ts'

export function departmentsPage(ctx: Context): View {
  const counts = countByDepartment(ctx)
  const departments = listDepartments(ctx).map(({ id, name }) => ({
    id,
    name,
    members: counted(counts.get(id)?.members ?? 0, 'member'),
    touchpoints: counted(counts.get(id)?.touchpoints ?? 0, 'touchpoint'),
  }))
  const heading = departments.length === 0 ? 'No departments yet.' : `${counted(departments.length, 'department')}.`

  return {
    template: 'members/departments',
    title: 'Departments',
    at: '/members',
    width: 'narrow',
    departments,
    heading,
  }
}

export function departmentPage(ctx: Context, id: string, form?: Form): View {
  const department = getDepartment(ctx, id)
  const { name, version } = department
  const { members = 0, touchpoints = 0 } = countByDepartment(ctx).get(id) ?? {}

  return {
    ...{ template: 'members/department', title: name, at: '/members', width: 'narrow', department },
    form: form ?? emptyForm({ name }),
    version: versionToSend(form, version),
    isEmpty: members + touchpoints === 0,
    belongs: `${counted(members, 'member')} and ${counted(touchpoints, 'touchpoint')} belong to it.`,
  }
}
