import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig, SETTINGS } from '../src/config.ts'
import { Problem } from '../src/lib/problem.ts'
import { ROOT } from './support/sources.ts'

const faultsOf = (environment: Record<string, string>) => {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof Problem) return error.message.split('\n')
    throw error
  }

  return []
}

describe('settings', () => {
  it('have defaults that start a server on this machine', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      baseUrl: 'http://127.0.0.1:3000',
      databasePath: 'data/plainclothes.db',
      smtpUrl: undefined,
      sessionSecret: undefined,
      demo: false,
    })
  })

  it('that are empty count as absent', () => {
    expect(readConfig(Object.fromEntries(SETTINGS.map((name) => [name, ''])))).toEqual(readConfig({}))
  })

  it.each([
    ['PORT', 'abc', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '70000', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '-1', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '3000.5', 'PORT must be a whole number from 0 to 65535.'],
    ['HOST', '999.1.1.1', 'HOST must be an address or a name of this machine'],
    ['HOST', 'my machine', 'HOST must be an address or a name of this machine'],
    ['DATABASE_PATH', ':memory:', 'DATABASE_PATH must name a file'],
    ['BASE_URL', 'plainclothes.example.com', 'BASE_URL must be the http or https address people open'],
    ['BASE_URL', 'ftp://plainclothes.example.com', 'BASE_URL must be the http or https address people open'],
    ['BASE_URL', 'https://example.com/plainclothes', 'BASE_URL must be the http or https address people open'],
    ['SMTP_URL', 'mail.example.com:25', 'SMTP_URL must look like smtp://user:password@mail.example.com:587.'],
    ['SMTP_URL', 'smtp://', 'SMTP_URL must look like smtp://user:password@mail.example.com:587.'],
    ['MAIL_FROM', 'nobody', 'MAIL_FROM must be an address like Plainclothes <hello@example.com>.'],
    ['MAIL_FROM', 'a@b.example\r\nBcc: c@d.example', 'MAIL_FROM must be an address'],
    ['SESSION_SECRET', 'short', 'SESSION_SECRET must have at least 32 characters'],
    ['TRUST_PROXY', 'true', 'TRUST_PROXY must be yes or no.'],
    ['REQUESTS_PER_MINUTE', '0', 'REQUESTS_PER_MINUTE must be a whole number from 1 to'],
  ])('%s=%j is refused in one sentence', (name, value, sentence) => {
    const faults = faultsOf({ [name]: value })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(sentence)
  })

  it('that are wrong together are named one by one', () => {
    expect(faultsOf({ PORT: 'x', TRUST_PROXY: 'x', SESSION_SECRET: 'x' })).toHaveLength(3)
  })

  it('never turn on the demo', () => {
    expect(readConfig({ DEMO: 'yes', demo: 'true', CAST: 'nora' }).demo).toBe(false)
  })

  it('stand in .env.example, all of them and no others, with the defaults that hold', () => {
    const lines = readFileSync(`${ROOT}.env.example`, 'utf8').matchAll(/^(# )?([A-Z_]+)=(.*)$/gm)
    const named = [...lines].map(([, commented, name = '', value = '']) => ({ name, value, commented: !!commented }))
    expect(named.map(({ name }) => name).toSorted()).toEqual(SETTINGS.toSorted())
    const shown = Object.fromEntries(
      named.filter(({ commented }) => !commented).map(({ name, value }) => [name, value]),
    )
    expect(readConfig(shown)).toEqual(readConfig({}))
    expect(faultsOf(Object.fromEntries(named.map(({ name, value }) => [name, value])))).toEqual([])
  })

  it('stand in the README, all of them and no others', () => {
    if (!existsSync(`${ROOT}README.md`)) return
    const named = readFileSync(`${ROOT}README.md`, 'utf8').matchAll(/^\|\s*`([A-Z][A-Z_]+)`/gm)
    expect([...named].map(([, name]) => name).toSorted()).toEqual(SETTINGS.toSorted())
  })
})
