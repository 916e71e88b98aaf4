import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EXCEPTIONS } from './support/rooms.ts'
import { ROOT, readSources, type Source } from './support/sources.ts'

const sources = readSources('src/**/*.ts', 'seeds/**/*.ts')

describe('packages', () => {
  it('are installed for somebody', () => {
    const { dependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { dependencies: object }
    const unused = Object.keys(dependencies).filter((name) => !sources.some(({ code }) => code.includes(name)))
    expect(unused.filter((name) => name !== 'node')).toEqual([])
  })
})

describe('code', () => {
  const tests = readSources('test/**/*.ts')

  it('is there for somebody besides the tests', () => {
    const unused = exported().filter(({ path, name }) => !isSaidAgain(path, name) && !isTaken(path, name, sources))
    expect(unused.map(placeOf).sort()).toEqual(Object.keys(EXCEPTIONS.unused ?? {}).sort())
  })

  it('is shown to other files only where one of them takes it', () => {
    const needless = exported().filter(({ path, name }) => !isTaken(path, name, [...sources, ...tests]))
    expect(needless.filter(({ isType }) => !isType).map(placeOf)).toEqual([])
  })
})

interface Exported {
  path: string
  name: string
  /** Types of what is exported may be read by their names wherever it is used. */
  isType: boolean
}

function exported(): Exported[] {
  const statement = /^export (?:async )?(function|const|class|interface|type)\*? (\w+)/gm

  return sources.flatMap(({ path, code }) =>
    [...code.matchAll(statement)].map(([, kind = '', name = '']) => ({
      path,
      name,
      isType: kind === 'interface' || kind === 'type',
    })),
  )
}

function isSaidAgain(path: string, name: string): boolean {
  return timesSaid(sources.find((source) => source.path === path)?.code ?? '', name) > 1
}

/** By name, or said somewhere in a file that takes all there is. */
function isTaken(path: string, name: string, by: readonly Source[]): boolean {
  return by.some(({ code, imports }) =>
    imports.some(({ from, names }) => from === path && (names?.includes(name) ?? timesSaid(code, name) > 0)),
  )
}

function timesSaid(code: string, name: string): number {
  return code.split(new RegExp(`\\b${name}\\b`)).length - 1
}

function placeOf({ path, name }: Exported): string {
  return `${path} ${name}`
}
