import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export const ROOT = new URL('../..', import.meta.url).pathname

/** How the scripts of package.json start the program. */
export const QUICKLY = ['--import', `${ROOT}src/quick_start.js`]

export interface Source {
  /** From the top of the house: src/features/members/store.ts. */
  path: string
  text: string
  /** The text without comments, so that a rule is not broken by talking about it. */
  code: string
  imports: Import[]
}

export interface Import {
  /** The package (with its scope) or node: module, or the path from the top of the house. */
  from: string
  ours: boolean
  typeOnly: boolean
  /** What is taken of it by name; null: all of it. */
  names: string[] | null
}

/** Every file that matches, read, in the order of their names. */
export function readSources(...patterns: string[]): Source[] {
  return globSync(patterns, { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8')
      const code = withoutComments(text)

      return { path, text, code, imports: importsOf(path, code) }
    })
}

/** Strings are matched first, so that an address in one is not taken for a comment. */
export function withoutComments(text: string): string {
  const stringOrComment =
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<![:\\/[])\/\/.*$/gm

  return text.replace(stringOrComment, (comment: string, string: string | undefined) => string ?? blank(comment))
}

/** Functions of a formatted file with the lines they take, from their first word to their closing brace. */
export function functionsOf({ code }: Source): { name: string; lines: number; at: number }[] {
  const lines = code.split('\n')

  return lines.flatMap((line, at) => {
    const begins = BEGINS.exec(line)
    if (!begins) return []
    const indent = begins[1] ?? ''
    const length = lines.slice(at).findIndex((later) => new RegExp(`^${indent}\\}[,;)]?$`).test(later))

    return length < 1 ? [] : [{ name: begins[2] ?? begins[3] ?? begins[4] ?? '', lines: length + 1, at: at + 1 }]
  })
}

/** A function, a method, or a constant that is an arrow function with a body; Biome's formatting makes the braces reliable. */
const BEGINS =
  /^(\s*)(?:(?:export )?(?:async )?function\*? (\w+)|(?:export )?const (\w+)(?:: [^=]+)? = (?:async )?\([^)]*\)(?:: [^=]+)? => \{$|(?:async )?(?!if|for|while|switch|catch)(\w+)\([^)]*\)(?:: [^={]+)? \{$)/

function importsOf(path: string, code: string): Import[] {
  const statement =
    /^(?:import|export)\s+(type\s+)?(?:([^'"]*?)\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

  return [...code.matchAll(statement)].map(([, type, names, named, loaded]) => {
    const target = named ?? loaded ?? ''
    const ours = target.startsWith('.')

    return {
      from: ours ? normalize(join(dirname(path), target)) : packageOf(target),
      ours,
      typeOnly: type !== undefined || onlyTypes(names),
      names: namesTaken(names),
    }
  })
}

function namesTaken(names: string | undefined): string[] | null {
  const inner = namesWithin(names)

  return inner === undefined ? null : [...inner.matchAll(/(?:type )?(\w+)(?: as \w+)?/g)].map(([, name = '']) => name)
}

function namesWithin(names: string | undefined): string | undefined {
  return names && /^\{([\s\S]*)\}$/.exec(names.trim())?.[1]
}

/** import { type A, type B } brings no code along either. */
function onlyTypes(names: string | undefined): boolean {
  const inner = namesWithin(names)

  return Boolean(inner?.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')))
}

function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')
}

/** Lines stay where they were, so that what is found can be named by its line. */
function blank(comment: string): string {
  return comment.replace(/[^\n]/g, ' ')
}
