import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What plants the demo's year, which others wait for. */
const FIRST = 'test/seeds/demo.test.ts'

/** The usual order, but the year is planted first, so that no two workers plant it at once. */
export class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => Number(plants(b)) - Number(plants(a)))
  }
}

function plants({ moduleId }: TestSpecification): boolean {
  return moduleId.endsWith(FIRST)
}
