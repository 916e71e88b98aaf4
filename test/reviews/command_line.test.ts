import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { beforeAll, expect, it } from 'vitest'
import { ownFolder } from '../support/own_folder.ts'
import { closedHalfYear, draftOf } from '../support/reviewed.ts'
import { QUICKLY, ROOT } from '../support/sources.ts'

const out = ownFolder('file')
let id: string
let shown: string
beforeAll(async () => {
  const house = await closedHalfYear()
  id = draftOf(house, '2026-Q2').id
  shown = (await house.get('maud', `/reviews/${id}/export/json`)).body
  house.db.$client.prepare('vacuum into ?').run(out('house.db'))
})

/** What is said and how it ends: `export` with these words, as somebody at a shell. */
async function exported(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const command = [...QUICKLY, 'src/cli.ts', 'export', ...words]
  const env = { PATH: process.env.PATH ?? '', DATABASE_PATH: out('house.db') }
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, command, { cwd: ROOT, env })) }
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string }
  }
}

it('gives a review away as the page does, and overwrites nothing', async () => {
  const words = ['review', id, '--format', 'json', '--out', out('review.json')]
  expect(await exported(...words)).toEqual({ code: 0, stdout: `Wrote ${out('review.json')}.\n`, stderr: '' })
  expect(readFileSync(out('review.json'), 'utf8')).toBe(shown)
  const again = await exported(...words)
  expect([again.code, again.stderr]).toEqual([2, `${out('review.json')} exists already. Name a file that does not.\n`])
  expect(readFileSync(out('review.json'), 'utf8')).toBe(shown)
})

it('says in a sentence what is wrong, and writes nothing', async () => {
  const wrong: [string[], string][] = [
    [['review', id, '--format', 'docx'], 'A review is exported with --format pdf, xlsx, pptx, csv or json.'],
    [['review', 'nobody', '--format', 'pdf'], 'There is no such review.'],
  ]
  for (const [words, sentence] of wrong) {
    const { code, stdout, stderr } = await exported(...words, '--out', out('nothing'))
    expect([code, stdout, stderr]).toEqual([2, '', `${sentence}\n`])
    expect(existsSync(out('nothing'))).toBe(false)
  }
})
