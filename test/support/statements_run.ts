import type { Sqlite } from '../../src/platform/db/open.ts'

/** The words of every statement that is run meanwhile, in their order, also of those prepared before. */
export async function statementsRun(sqlite: Sqlite, meanwhile: () => Promise<unknown>): Promise<string[]> {
  const run: string[] = []
  const statements = Object.getPrototypeOf(sqlite.prepare('select 1'))
  const methods = { get: statements.get, all: statements.all, run: statements.run }
  for (const [name, method] of Object.entries(methods))
    statements[name] = function (this: { source: string }, ...values: unknown[]) {
      run.push(this.source)

      return method.apply(this, values)
    }
  await meanwhile()
  Object.assign(statements, methods)

  return run
}
