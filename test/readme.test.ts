import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SETTINGS } from '../src/config.ts'
import { ROOT, readSources, type Source } from './support/sources.ts'

const readme = readFileSync(`${ROOT}README.md`, 'utf8')
const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { scripts: Record<string, string> }

describe('the README', () => {
  it('names every setting and no other, as .env.example does', () => {
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
    const example = [...readFileSync(`${ROOT}.env.example`, 'utf8').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(
      ([, name]) => name,
    )
    expect(rows.toSorted()).toEqual(SETTINGS.toSorted())
    expect(example.toSorted()).toEqual(SETTINGS.toSorted())
  })

  it('names commands that exist, and every one', () => {
    const named = new Set(
      [...readme.matchAll(/npm (start|test|run (?:-s )?[a-z]+)\b/g)].map(([, words]) => words?.split(' ').at(-1) ?? ''),
    )
    expect([...named].filter((name) => !(name in scripts))).toEqual([])
    expect(Object.keys(scripts).filter((name) => !named.has(name))).toEqual([])
  })

  it('maps everything that stands at the top of the source', () => {
    const map = /^```\nsrc\/main\.ts[\s\S]*?^```/m.exec(readme)?.[0] ?? ''
    const missing = readdirSync(`${ROOT}src`).filter((name) => !new RegExp(`(^src/|[ /])${name}[ /]`, 'm').test(map))
    expect(missing).toEqual([])
  })

  it('shows files and folders that are there', () => {
    const paths = [
      ...readme.matchAll(/\]\(([^)#:]+)\)|src="([^"]+)"|`((?:src|test|views|migrations|seeds)\/[\w./]+)`/g),
    ]
    expect(
      paths.map(([, link, image, code]) => link ?? image ?? code ?? '').filter((path) => !existsSync(ROOT + path)),
    ).toEqual([])
  })
})

describe('comments', () => {
  it('name only files that are there', () => {
    const paths = globSync(['*', '{src,seeds,test,views,migrations}/**/*'], { cwd: ROOT })
    const there = new Set([...paths.map((path) => basename(path)), OF_THE_OWNER])
    const file = /(?<![\w.])(?:[a-z_][\w-]*(?:\.\w+)*\.(?:ts|js|eta|css)|[A-Z]+\.md)\b/g
    const named = readSources('src/**/*.{js,ts}', '{seeds,test}/**/*.ts', 'views/assets/**/*.{css,js}').flatMap(
      (source) => [...commentsOf(source).matchAll(file)].map(([name]) => `${source.path}: ${name}`),
    )
    expect(named.filter((place) => !there.has(place.split(': ')[1] ?? ''))).toEqual([])
  })
})

/** The rules in the owner’s words, which the README says where to find. */
const OF_THE_OWNER = 'PRODUCT.md'

function commentsOf({ text, code }: Source): string {
  return [...text].map((letter, at) => (letter === code[at] ? ' ' : letter)).join('')
}
