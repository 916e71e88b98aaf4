import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What plants the demo's year, so that no two workers plant it at once, and what waits for programs with work of their own. */
const FIRST = ['test/seeds/demo.test.ts', 'test/checks.test.ts']

/** The usual order, but these first. */
export class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
  }
}

function isFirst({ moduleId }: TestSpecification): boolean {
  return FIRST.some((one) => moduleId.endsWith(one))
}
