/** Programs in whole numbers, asked of HiGHS. It is three megabytes of WebAssembly, so it waits for the first question: most plans never ask one. */

import type { Highs } from 'highs'

/** A row of the program: so many times each variable, together not less than `least` and not more than `most`. */
export interface Row {
  terms: readonly (readonly [variable: number, times: number])[]
  least?: number
  most?: number
}

/** Every variable is 0 at least and 1 at most; the first ones are one or the other, those after them may be any part. */
export interface WholeNumbers {
  whole: number
  /** By variable: what it is worth. The most that all can be worth together is looked for. */
  worth: readonly number[]
  rows: readonly Row[]
}

export interface Found {
  value: number
  variables: number[]
  /** Whether nothing can be worth more; not where the search was given up. */
  isBest: boolean
}

/** Null: nothing was found, or nothing can be. The same program has the same answer on every machine. */
export type SolveWholeNumbers = (program: WholeNumbers) => Found | null

/** A search is given up after so many branches, never after a time. Without presolving it was seen to call best what was not. */
const OPTIONS = {
  ...{ output_flag: false, random_seed: 0, threads: 1 },
  ...{ mip_max_nodes: 2000, mip_rel_gap: 1e-9 },
} as const

export async function loadSolver(): Promise<SolveWholeNumbers> {
  // It exports its loader as CommonJS does, and its types as if it did not.
  const { default: load } = (await import('highs')) as unknown as { default: () => Promise<Highs> }
  const highs = await load()

  return (program) => read(program, highs.solve(asText(program), OPTIONS))
}

function read(program: WholeNumbers, { Status, ObjectiveValue, Columns }: ReturnType<Highs['solve']>): Found | null {
  const variables = program.worth.map((_, i) => primalOf(Columns[`x${i}`]))
  const isBest = Status === 'Optimal'

  return isBest || isWithin(program, variables) ? { value: ObjectiveValue, variables, isBest } : null
}

/** A column without a value is of a program that cannot be solved. */
function primalOf(column: object | undefined): number {
  return column && 'Primal' in column && typeof column.Primal === 'number' ? column.Primal : Number.NaN
}

/** Sums of fractions differ in their last bits. */
const NEAR = 1e-5

/** What a search that was given up leaves behind is looked at before it is believed. */
function isWithin({ rows, whole }: WholeNumbers, variables: readonly number[]): boolean {
  const isWhole =
    variables.every(Number.isFinite) &&
    variables.slice(0, whole).every((value) => Math.abs(value - Math.round(value)) < NEAR)

  return (
    isWhole &&
    rows.every(({ terms, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }) => {
      const sum = terms.reduce((sum, [variable, times]) => sum + times * (variables[variable] ?? 0), 0)
      return sum > least - NEAR && sum < most + NEAR
    })
  )
}

/** In the LP format, a term a line: long lines are cut. */
function asText({ whole, worth, rows }: WholeNumbers): string {
  const names = worth.map((_, i) => `x${i}`)
  const sums = rows.flatMap(({ terms, least, most }) => {
    const sum = terms.map(([variable, times]) => term(times, names[variable] ?? '')).join('\n')
    return [
      ...(least === undefined ? [] : [`${sum} >= ${least}`]),
      ...(most === undefined ? [] : [`${sum} <= ${most}`]),
    ]
  })

  return [
    ...['Maximize', ...worth.flatMap((value, i) => (value === 0 ? [] : [term(value, names[i] ?? '')]))],
    ...['Subject To', ...sums, 'Bounds', ...names.slice(whole).map((name) => `0 <= ${name} <= 1`)],
    ...['Binary', ...names.slice(0, whole), 'End'],
  ].join('\n')
}

function term(times: number, name: string): string {
  return `${times < 0 ? '-' : '+'} ${Math.abs(times)} ${name}`
}
