import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { ROOT } from './support/sources.ts'

/** Beside the other tests rather than before them, so that no processor waits. */
it.concurrent.each(['types', 'lint'])('npm run %s finds nothing wrong', async (script) => {
  const found = await promisify(execFile)('npm', ['run', '-s', script], { cwd: ROOT }).then(
    () => '',
    ({ stdout, stderr }: { stdout: string; stderr: string }) => `${stdout}${stderr}` || 'It could not be run.',
  )
  expect(found).toBe('')
})
