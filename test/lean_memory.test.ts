import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { ROOT } from './support/sources.ts'

const LEAN = ['--import', join(ROOT, 'src/lean_memory.js')]
const TELLS = 'console.log(JSON.stringify([process.pid, process.argv.slice(1), process.env.MALLOC_ARENA_MAX ?? null]))'

/** Only Linux has such a C library. */
describe.runIf(process.platform === 'linux')('what serves gives freed memory back', () => {
  test('and is the process that was started, with the words and the streams it was given', async () => {
    const child = spawn(process.execPath, [...LEAN, '--eval', TELLS, 'a word', 'ünd another'], { env: quiet() })

    expect(JSON.parse(await text(child.stdout))).toEqual([child.pid, ['a word', 'ünd another'], '2'])
  })

  test('and ends as what runs in it ends', () => {
    expect(spawnSync(process.execPath, [...LEAN, '--eval', 'process.exit(7)'], { env: quiet() }).status).toBe(7)
  })

  test.each([{ MALLOC_ARENA_MAX: '8' }, { GLIBC_TUNABLES: 'glibc.malloc.arena_max=8' }])(
    'unless somebody told it otherwise: %o',
    (told) => {
      const { stdout } = spawnSync(process.execPath, [...LEAN, '--eval', TELLS], { env: { ...quiet(), ...told } })

      expect(JSON.parse(String(stdout))[2]).toBe(told.MALLOC_ARENA_MAX ?? null)
    },
  )

  test('and in a child that is spoken to, which would not hear any more, nothing is done', async () => {
    const asked = `process.send(process.env.MALLOC_ARENA_MAX ?? 'nothing'); process.disconnect()`
    const child = spawn(process.execPath, [...LEAN, '--eval', asked], { env: quiet(), stdio: ['ignore', 2, 2, 'ipc'] })

    expect(await once(child, 'message')).toContain('nothing')
  })
})

/** Our own environment, with nothing said of memory. */
function quiet(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(MALLOC_|GLIBC_)/.test(name)))
}
