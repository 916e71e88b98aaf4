import { globSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EXCEPTIONS, isAmong, isException, ORDER, ROOMS, standsIn } from './support/rooms.ts'
import { functionsOf, ROOT, readSources, type Source } from './support/sources.ts'

const sources = readSources('src/**/*.{js,ts}')
const written = readSources('src/**/*.{js,ts}', 'seeds/**/*.ts', 'test/**/*.ts')

/** Starts the process anew with the arguments and the environment it was given, and reads neither. */
const PASSES_ON = 'lean_memory.js'

/** Every place where a pattern stands in the code, as path:line. */
function placesOf(pattern: RegExp, among: Source[], allowed: (path: string) => boolean = () => false): string[] {
  return among
    .filter(({ path }) => !allowed(path))
    .flatMap(({ path, code }) =>
      code.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
    )
}

describe('the rooms of the house', () => {
  it('are the ones that are drawn', () => {
    const strangers = sources.filter(({ path }) => !ROOMS[standsIn(path).room]).map(({ path }) => path)
    expect(strangers, 'a file stands where the house has no room').toEqual([])
  })

  it('use only the rooms they may', () => {
    const wrong = sources.flatMap(({ path, imports }) => {
      const { room } = standsIn(path)
      const { may = [], types = [] } = ROOMS[room] ?? {}

      return imports
        .filter(({ ours, from }) => ours && from.startsWith('src/'))
        .filter(({ from, typeOnly }) => !isAmong(standsIn(from).room, typeOnly ? [...may, ...types] : may))
        .map(({ from }) => `${path} (${room}) uses ${from} (${standsIn(from).room})`)
    })
    expect(wrong, 'an arrow points where none is drawn').toEqual([])
  })

  it('use only the packages they may', () => {
    const wrong = sources.flatMap(({ path, imports }) => {
      const { packages = [], types = [] } = ROOMS[standsIn(path).room] ?? {}

      return imports
        .filter(({ ours }) => !ours)
        .filter(({ from, typeOnly }) => !isAmong(from, typeOnly ? [...packages, ...types] : packages))
        .map(({ from }) => `${path} ${from}`)
        .filter((use) => !(use in (EXCEPTIONS.packages ?? {})))
    })
    expect(wrong, 'a package is used outside its room').toEqual([])
  })

  it('know nothing of seeds and tests, except the command that plants the demo', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports.filter(({ from }) => /^(seeds|test)\//.test(from)).map(({ from }) => `${path} uses ${from}`),
    )
    expect(wrong.filter((use) => !/^src\/cli\.ts uses seeds\//.test(use))).toEqual([])
  })

  it('never lead in a circle', () => {
    const next = new Map(sources.map(({ path, imports }) => [path, imports.filter((one) => !one.typeOnly)]))
    const circles: string[] = []
    const walk = (path: string, way: string[]) => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
      else if (!walked.has(path)) {
        for (const { from } of next.get(path) ?? []) walk(from, [...way, path])
        walked.add(path)
      }
    }
    const walked = new Set<string>()
    for (const { path } of sources) walk(path, [])
    expect(circles).toEqual([])
  })
})

describe('features', () => {
  it('are named in the order', () => {
    expect(readdirSync(`${ROOT}src/features`).filter((name) => !ORDER.includes(name))).toEqual([])
  })

  it('use only features above them', () => {
    const wrong = sources.flatMap(({ path, imports }) => {
      const own = standsIn(path).feature

      return imports
        .map(({ from, ours }) => ({ from, other: ours ? standsIn(from).feature : undefined }))
        .filter(({ other }) => own && other && ORDER.indexOf(other) > ORDER.indexOf(own))
        .map(({ from }) => `${path} uses ${from}, which comes later`)
    })
    expect(wrong).toEqual([])
  })

  it('have the same name in src, views and test', () => {
    const besides = {
      views: ['layouts', 'shared', 'errors', 'assets'],
      test: ['support', 'lib', 'charts', 'platform', 'browser', 'bench', 'seeds', 'pictures'],
    }
    const folders = (top: string) =>
      readdirSync(`${ROOT}${top}`, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [entry.name] : [],
      )
    for (const [top, others] of Object.entries(besides))
      expect(
        folders(top).filter((name) => ![...ORDER, ...others].includes(name)),
        `folders of ${top}/`,
      ).toEqual([])
  })
})

describe('each thing has one place', () => {
  it('SQL stands in stores', () => {
    const sql =
      /\bdb\s*\.\s*(?:select|insert|update|delete|run|get|all|values|query|transaction|\$)\b|\.prepare\(|\bsql`|\.pragma\(/
    const allowed = (path: string) => ['store', 'db', 'context.ts'].includes(standsIn(path).room)
    expect(placesOf(sql, sources, allowed)).toEqual([])
  })

  it('HTML stands in views, and pictures in charts', () => {
    const html =
      /<\/?(?:a|b|br|button|div|em|form|h[1-6]|html|i|img|input|li|main|ol|p|section|span|strong|svg|table|td|th|tr|ul)(?:\s+[a-z-]+=|\s*\/?>)/
    expect(placesOf(html, sources, (path) => standsIn(path).room === 'charts')).toEqual([])
  })

  it('templates are named in pages and letters', () => {
    const named = /\btemplate: '/
    const allowed = (path: string) =>
      ['pages', 'letters'].includes(standsIn(path).room) || path.endsWith('web/errors.ts')
    expect(placesOf(named, sources, allowed)).toEqual([])
  })

  it('statuses of HTTP stand in routes and platform/web', () => {
    const allowed = (path: string) => ['routes', 'api', 'web', 'app.ts'].includes(standsIn(path).room)
    expect(placesOf(/\.status\(|\.code\(\d|statusCode/, sources, allowed)).toEqual([])
  })

  it('clocks are looked at by main and cli', () => {
    const clock =
      /Temporal\.Now|Date\.now|\bnew Date\(\)|\bnew Date\b(?!\()|performance\.now|process\.hrtime|\bset(?:Timeout|Interval|Immediate)\b/
    expect(placesOf(clock, sources, isException('clocks'))).toEqual([])
  })

  it('a day is never kept in a Date', () => {
    expect(placesOf(/\bnew Date\(|: Date\b/, sources, isException('dates'))).toEqual([])
  })

  it('chance enters as ctx.newId', () => {
    const chance = /Math\.random|random(?:Bytes|UUID|Int|Fill)|getRandomValues|generateKey/
    expect(placesOf(chance, sources, isException('randomness'))).toEqual([])
  })

  it('the environment, arguments and signals belong to main, cli and serve', () => {
    const allowed = (path: string) =>
      ['main.ts', 'cli.ts', 'serve.ts', PASSES_ON].includes(standsIn(path).room) || isException('process')(path)
    expect(placesOf(/\bprocess\./, sources, allowed)).toEqual([])
    const reads = (path: string) => ['main.ts', 'cli.ts', PASSES_ON].includes(standsIn(path).room)
    expect(placesOf(/process\.(?:env|argv)/, sources, reads)).toEqual([])
  })

  it('refusals are caught where they become an answer', () => {
    const caught = /instanceof (?:Problem|Invalid)\b|\.catch\(/
    const allowed = (path: string) =>
      /^src\/(?:main|cli|platform\/web\/(?:errors|forms)|platform\/db\/open)\.ts$/.test(path)
    expect(placesOf(caught, sources, allowed)).toEqual([])
  })
})

describe('every file', () => {
  it('fits on five screens: 250 lines', () => {
    const long = written
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ path, lines }) => lines > 250 && !isException('size')(path))
    expect(long, 'look for the missing noun').toEqual([])
  })

  it('has functions that fit on half a screen: 25 lines', () => {
    const long = readSources('src/**/*.{js,ts}', 'seeds/**/*.ts').flatMap((source) =>
      functionsOf(source)
        .filter(({ lines, name }) => lines > 25 && !isListOfRoutes(source.path, name))
        .map(({ name, lines, at }) => `${source.path}:${at} ${name} takes ${lines} lines`),
    )
    expect(long, 'look for the missing noun').toEqual([])
  })

  it('is named after what it holds', () => {
    const vague = /(?:^|[/_])(?:utils?|helpers?|common|misc|types|index|manager|data)\.(?:ts|js|eta|css)$/
    const files = globSync(['src/**/*', 'seeds/**/*', 'test/**/*', 'views/**/*'], { cwd: ROOT })
    expect(files.filter((path) => vague.test(path))).toEqual([])
  })

  it('exports by name, and passes nothing on', () => {
    expect(placesOf(/^export (?:\*|\{[^}]*\} from)/, written)).toEqual([])
    expect(placesOf(/^export default/, written, (path) => /config\.ts$/.test(path))).toEqual([])
  })

  it('mocks none of our own code', () => {
    expect(placesOf(/\bvi\.(?:mock|spyOn|stubGlobal|fn)\b|\.(?:only|todo|skip)\(/, written)).toEqual([])
  })

  it('is finished', () => {
    expect(
      placesOf(/\b(?:TODO|FIXME|XXX|HACK)\b|coming soon|lorem ipsum/i, written.map(asWritten), isThisFile),
    ).toEqual([])
  })
})

describe('the top of the house', () => {
  it('holds what the owner asked for, and nothing else', () => {
    const asked = [
      'src',
      'views',
      'migrations',
      'seeds',
      'test',
      'package.json',
      'tsconfig.json',
      'README.md',
      'package-lock.json',
      'LICENSE',
      'biome.json',
    ]
    const made = ['node_modules', 'data', 'coverage']
    const there = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !made.includes(name))
    expect(there.filter((name) => !asked.includes(name))).toEqual([])
  })
})

/** The routes of a feature are a list, read top to bottom: its handlers are measured, the list is not. */
function isListOfRoutes(path: string, name: string): boolean {
  return /_?(?:routes|api)\.ts$/.test(path) && /(?:Routes|Api)$/.test(name)
}

function asWritten(source: Source): Source {
  return { ...source, code: source.text }
}

function isThisFile(path: string): boolean {
  return path === 'test/architecture.test.ts'
}
