import { z } from 'zod'
import { Problem } from './lib/problem.ts'

/** Every setting: a default and a sentence each. README.md lists the same names. */
const schema = z.object({
  HOST: z
    .string()
    .refine(
      (host) => URL.canParse(addressOf(host, 1)),
      'HOST must be an address or a name of this machine, like 127.0.0.1 or 0.0.0.0.',
    )
    .default('127.0.0.1'),
  PORT: whole('PORT', 0, 65535).default(3000),
  BASE_URL: z
    .string()
    .refine(
      isWebAddress,
      'BASE_URL must be the http or https address people open, without a path, like https://plainclothes.example.com.',
    )
    .transform((url) => new URL(url).origin)
    .optional(),
  DATABASE_PATH: z
    .string()
    .refine((path) => path !== ':memory:', 'DATABASE_PATH must name a file: what is only in memory would be lost.')
    .default('data/plainclothes.db'),
  SMTP_URL: z
    .string()
    .refine(
      (url) => /^smtps?:\/\/[^\s/]+/.test(url) && URL.canParse(url),
      'SMTP_URL must look like smtp://user:password@mail.example.com:587.',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/, 'MAIL_FROM must be an address like Plainclothes <hello@example.com>.')
    .default('Plainclothes <plainclothes@localhost>'),
  SESSION_SECRET: z
    .string()
    .min(32, 'SESSION_SECRET must have at least 32 characters; leave it out and one is made beside the database.')
    .optional(),
  TRUST_PROXY: z.enum(['yes', 'no'], { error: 'TRUST_PROXY must be yes or no.' }).default('no'),
  REQUESTS_PER_MINUTE: whole('REQUESTS_PER_MINUTE', 1, 100_000_000).default(600),
})

export interface Config {
  host: string
  port: number
  baseUrl: string
  databasePath: string
  smtpUrl: string | undefined
  mailFrom: string
  sessionSecret: string | undefined
  trustProxy: boolean
  requestsPerMinute: number
  /** The demo offers its cast on the sign-in page, and only the demo does; no setting turns it on. */
  demo: boolean
}

/** Reads settings from an environment. Throws a Problem with one sentence per fault. An empty variable counts as absent. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, demo = false): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = schema.safeParse(given)
  if (!read.success) throw new Problem('invalid', read.error.issues.map((issue) => issue.message).join('\n'))
  const set = read.data

  return {
    host: set.HOST,
    port: set.PORT,
    baseUrl: set.BASE_URL ?? addressOf(set.HOST, set.PORT),
    databasePath: set.DATABASE_PATH,
    smtpUrl: set.SMTP_URL,
    mailFrom: set.MAIL_FROM,
    sessionSecret: set.SESSION_SECRET,
    trustProxy: set.TRUST_PROXY === 'yes',
    requestsPerMinute: set.REQUESTS_PER_MINUTE,
    demo,
  }
}

/** The names of all settings, for README and .env.example to be checked against. */
export const SETTINGS = Object.keys(schema.shape)

function whole(name: string, min: number, max: number) {
  const sentence = `${name} must be a whole number from ${min} to ${max}.`

  return z
    .string()
    .regex(/^\d{1,9}$/, sentence)
    .transform(Number)
    .refine((number) => number >= min && number <= max, sentence)
}

/** Addresses of IPv6 stand in brackets. */
function addressOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function isWebAddress(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, pathname, search } = new URL(url)

  return (protocol === 'http:' || protocol === 'https:') && pathname === '/' && search === ''
}
