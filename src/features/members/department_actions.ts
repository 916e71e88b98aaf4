import { type Context, inTransaction } from '../../context.ts'
import { changedMeanwhile, Invalid, Problem } from '../../lib/problem.ts'
import { counted, listed } from '../../lib/words.ts'
import { record } from '../../platform/db/audit.ts'
import { countByDepartment, getDepartment, updateDepartment } from './department_store.ts'
import { findDepartmentByName, today } from './store.ts'

/** Gives a department another name; its members and its history keep belonging to it. */
export function renameDepartment(ctx: Context, id: string, version: number, name: string): void {
  inTransaction(ctx, (ctx) => {
    const department = getDepartment(ctx, id)
    const other = findDepartmentByName(ctx, name)
    if (other && other.id !== id)
      throw new Invalid({
        name: other.retiredOn
          ? 'A department that was retired has this name. Choose another.'
          : 'Another department has this name.',
      })
    if (!updateDepartment(ctx, id, version, { name })) throw changedMeanwhile()
    record(ctx, 'renamed', 'department', id, { name: [department.name, name] })
  })
}

/** A department that nobody belongs to any more is no longer offered. Twice is once. */
export function retireDepartment(ctx: Context, id: string): void {
  inTransaction(ctx, (ctx) => {
    const department = getDepartment(ctx, id)
    if (department.retiredOn) return
    const left = countByDepartment(ctx).get(id) ?? { members: 0, touchpoints: 0 }
    const words = [
      ...(left.members ? [counted(left.members, 'member')] : []),
      ...(left.touchpoints ? [counted(left.touchpoints, 'touchpoint')] : []),
    ]
    if (words.length > 0)
      throw new Problem('conflict', `${listed(words)} still belong to ${department.name}. Move them first.`)
    updateDepartment(ctx, id, department.version, { retiredOn: today(ctx).toString() })
    record(ctx, 'retired', 'department', id)
  })
}
