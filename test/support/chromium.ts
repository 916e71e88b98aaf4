import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ROOT } from './sources.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder the browser was unpacked into, or the path of one that is there already. */
    chromium: string
  }
}

const PACKAGE = join(ROOT, 'node_modules/@sparticuz/chromium')
const HOME = join(ROOT, 'node_modules/.cache/plainclothes')

/**
 * Once per run, before any browser test: unpacks Chromium from its npm package into a folder of its own, unless it stands there
 * from an earlier run. CHROMIUM_PATH names another Chromium, for machines the packaged one (Linux, x64) does not run on.
 */
export async function setup(project: TestProject): Promise<void> {
  project.provide('chromium', await findChromium())
}

/** How to start it: the packaged browser brings its own libraries and one font. */
export function chromiumIn(home: string): { executablePath: string; args: string[]; env: Record<string, string> } {
  const env = process.env as Record<string, string>
  // Its own arguments would switch web security off. One process draws all pages, and none looks for a graphics card.
  const args = ['--no-sandbox', '--disable-gpu', '--disable-software-rasterizer', '--renderer-process-limit=1']
  if (statSync(home).isFile()) return { executablePath: home, args, env }
  const libraries = { LD_LIBRARY_PATH: join(home, 'al2023/lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') }

  return { executablePath: join(home, 'chromium'), args, env: { ...env, ...libraries } }
}

/** Where it is, unpacked if need be. */
export async function findChromium(): Promise<string> {
  return process.env.CHROMIUM_PATH ?? (await unpackedOnce())
}

async function unpackedOnce(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The packaged Chromium runs on Linux x64 only. Set CHROMIUM_PATH to one of your own.')
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string }
  const home = join(HOME, `chromium-${version}`)
  if (existsSync(home)) return home

  mkdirSync(HOME, { recursive: true })
  const staging = mkdtempSync(`${home}-`)
  try {
    await unpackInto(staging)
    writeFileSync(join(staging, 'fonts.conf'), fontsIn(join(home, 'fonts')))
    renameSync(staging, home)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    if (!existsSync(home)) throw new Error(`Chromium could not be unpacked into ${dirname(home)}.`, { cause: error })
  }

  return home
}

/** The package unpacks into TMPDIR and would reuse any «chromium» it finds there: so it is given a folder of its own. */
async function unpackInto(folder: string): Promise<void> {
  const { TMPDIR } = process.env
  process.env.TMPDIR = folder
  try {
    const { inflate } = await import('@sparticuz/chromium')
    for (const part of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await inflate(join(PACKAGE, 'bin', part))
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}

/** The package's own configuration looks in folders of the machine it was made for. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}-cache</cachedir></fontconfig>
`
}
