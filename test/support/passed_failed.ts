import type { Reporter, TestModule } from 'vitest/node'

/** Prints «N passed, N failed» as the very last line of the run, on process exit. */
export class PassedFailed implements Reporter {
  #passed = 0
  #failed = 0

  onInit(): void {
    process.on('exit', () => process.stdout.write(`${this.#passed} passed, ${this.#failed} failed\n`))
  }

  onTestModuleEnd(module: TestModule): void {
    for (const test of module.children.allTests()) {
      if (test.result().state === 'passed') this.#passed++
      if (test.result().state === 'failed') this.#failed++
    }
    if (module.state() === 'failed' && [...module.children.allTests('failed')].length === 0) this.#failed++
  }

  /** What broke outside any test, such as a browser that could not be unpacked, is a failure too. */
  onTestRunEnd(_modules: readonly TestModule[], errors: readonly unknown[]): void {
    this.#failed += errors.length
  }
}
