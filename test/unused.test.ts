import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isException } from './support/rooms.ts'
import { ROOT, readSources } from './support/sources.ts'

const sources = readSources('src/**/*.ts', 'seeds/**/*.ts')

describe('packages', () => {
  it('are installed for somebody', () => {
    const { dependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { dependencies: object }
    const unused = Object.keys(dependencies).filter((name) => !sources.some(({ code }) => code.includes(name)))
    expect(unused.filter((name) => name !== 'node')).toEqual([])
  })
})

describe('code', () => {
  it('is there for somebody besides the tests', () => {
    const said = new Map<string, number>()
    for (const { code } of sources)
      for (const word of code.match(/[A-Za-z_$][\w$]*/g) ?? []) said.set(word, (said.get(word) ?? 0) + 1)
    const exported = /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm
    const saidOnce = sources.flatMap(({ path, code }) =>
      [...code.matchAll(exported)].flatMap(([, name = '']) => (said.get(name) === 1 ? `${path} ${name}` : [])),
    )
    expect(saidOnce.filter((place) => !isException('unused')(place))).toEqual([])
  })
})
