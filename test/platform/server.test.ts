import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ownFolder } from '../support/own_folder.ts'
import { QUICKLY, ROOT } from '../support/sources.ts'

const inFolder = ownFolder('test')
let running: ChildProcess[]
beforeEach(() => {
  running = []
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

const settings = (more: Record<string, string> = {}) => ({
  PATH: process.env.PATH ?? '',
  DATABASE_PATH: inFolder('house.db'),
  PORT: '0',
  ...more,
})

interface Server {
  child: ChildProcess
  url: string
  said: () => string
}

/** Starts the program as `npm start` does; resolves when it listens, rejects with what it said when it ends before. */
const start = (more: Record<string, string> = {}): Promise<Server> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...QUICKLY, 'src/main.ts'], { cwd: ROOT, env: settings(more) })
    running.push(child)
    let said = ''
    const hear = (bytes: Buffer) => {
      said += bytes.toString()
      const url = /listening at (http:\S+?)"/.exec(said)?.[1]
      if (url && said.includes('/set-up/')) resolve({ child, url, said: () => said })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', (code) => reject(new Error(`${code}: ${said.trim()}`)))
  })

const ended = ({ child }: Server) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', resolve)
  })

const cli = (...words: string[]) =>
  promisify(execFile)(process.execPath, [...QUICKLY, 'src/cli.ts', ...words], { cwd: ROOT, env: settings() }).then(
    ({ stdout }) => ({ code: 0, out: stdout.trim() }),
    (error) => ({ code: error.code as number, out: String(error.stderr).trim() }),
  )

describe('the program', () => {
  it('answers, refuses a second one and commands that write, lets others read, and starts again after kill -9', async () => {
    const first = await start()
    const healthy = await fetch(`${first.url}/healthz`)
    expect([healthy.status, await healthy.json()]).toEqual([200, { status: 'ok' }])
    const path = inFolder('house.db')
    const refused = `Another Plainclothes already uses ${path}. Stop it first.`
    await expect(start()).rejects.toThrow(`2: ${refused}`)
    expect(await cli('invite', 'nora@northwind.example')).toEqual({ code: 2, out: refused })
    expect(await cli('check')).toEqual({ code: 0, out: `${path} is sound.` })
    expect((await cli('backup', inFolder('copy.db'))).code).toBe(0)
    expect((await cli('restore', inFolder('copy.db'))).out).toBe(refused)
    first.child.kill('SIGKILL')
    await ended(first)
    const second = await start()
    expect((await fetch(`${second.url}/healthz`)).status).toBe(200)
    second.child.kill('SIGTERM')
    expect(await ended(second)).toBe(0)
    expect((await cli('invite', 'nora@northwind.example')).out).toBe(
      'Nobody here has the address nora@northwind.example.',
    )
  })

  it('writes what is its owner’s only, and a new set-up link at each start', async () => {
    const first = await start()
    for (const file of ['house.db', 'house.db.secret']) expect(statSync(inFolder(file)).mode & 0o077).toBe(0)
    first.child.kill('SIGINT')
    expect(await ended(first)).toBe(0)
    const second = await start()
    const linkOf = (server: Server) => /\/set-up\/\S+/.exec(server.said())?.[0] ?? ''
    expect(linkOf(second)).not.toBe(linkOf(first))
    expect((await fetch(second.url + linkOf(first))).status).toBe(410)
    expect((await fetch(second.url + linkOf(second))).status).toBe(200)
  })

  it('stops gracefully: what is under way is answered, and the log is folded into the file', async () => {
    const server = await start()
    const { port } = new URL(server.url)
    const answer = await new Promise<string>((resolve, reject) => {
      let heard = ''
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          'POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 7\r\n\r\nema',
        )
        setTimeout(() => server.child.kill('SIGTERM'), 300)
        setTimeout(() => socket.write('il=x'), 600)
      })
      socket.on('data', (bytes) => {
        heard += bytes.toString()
      })
      socket.on('error', reject)
      socket.on('close', () => resolve(heard))
    })
    expect(answer).toMatch(/^HTTP\/1\.1 (422|503)/)
    expect(await ended(server)).toBe(0)
    expect(existsSync(inFolder('house.db-wal'))).toBe(false)
  })

  it.each([
    [{ PORT: 'x' }, '2: PORT must be a whole number from 0 to 65535.'],
    [{ DATABASE_PATH: '/dev/null/house.db' }, '2: /dev/null/house.db'],
    [{ DATABASE_PATH: '/proc/nowhere/house.db' }, '2: /proc/nowhere/house.db cannot be written'],
    [{ HOST: '192.0.2.1' }, '2: Cannot listen on 192.0.2.1:0.'],
  ])('that cannot start says why in a sentence: %j', async (more, sentence) => {
    const failure = await start(more).then(
      () => 'it started',
      (error: Error) => error.message,
    )
    expect(failure).toContain(sentence)
    expect(failure).not.toMatch(/\n\s+at /)
  })
})

describe('a log', () => {
  it('tells days, never minutes or who asked', async () => {
    const server = await start()
    await fetch(`${server.url}/you`, { redirect: 'manual' })
    server.child.kill('SIGTERM')
    await ended(server)
    const log = server.said().replace(/http:\S+/g, '')
    expect(log.split('\n').filter((line) => line.startsWith('{'))).toEqual([expect.stringContaining('"day":')])
    expect(log).not.toMatch(/\d{2}:\d{2}:|"time"|\/you|remoteAddress/)
    expect(readFileSync(inFolder('house.db.secret'), 'utf8').trim().length).toBeGreaterThan(32)
  })
})
