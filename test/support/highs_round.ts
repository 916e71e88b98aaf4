/** The same question about a round, asked of HiGHS: one linear program after the other, each goal fixed before the next. */

import highsLoader from 'highs'
import type { RoundQuestion } from '../../src/features/programs/round_flow.ts'

export interface RoundAnswer {
  contacts: number
  loss: number
  loads: number
  coverage: number
  repeats: number
}

export async function roundSolver(): Promise<(question: RoundQuestion) => RoundAnswer> {
  const load = highsLoader as unknown as typeof highsLoader.default
  const highs = await load()

  return (question) => {
    const fixed: string[] = []
    const best = (direction: 'Maximize' | 'Minimize', goal: string) => {
      const lp = `${direction}\n obj: ${goal}\nSubject To\n${[...rulesOf(question), ...fixed].join('\n')}\nBounds\n${boundsOf(question)}\nEnd`
      const { Status, ObjectiveValue } = highs.solve(lp)
      if (Status !== 'Optimal') throw new Error(`HiGHS says ${Status}`)
      const value = Math.round(ObjectiveValue * 1e3) / 1e3 + 0
      fixed.push(
        ` g${fixed.length}: ${goal} ${direction === 'Maximize' ? '>=' : '<='} ${(value + (direction === 'Maximize' ? -1e-5 : 1e-5)).toFixed(6)}`,
      )
      return value
    }
    const { leaders, touchpoints, pairs } = question

    return {
      contacts: best('Maximize', sum(pairs.map((_, i) => `x${i}`))),
      loss: best('Minimize', sum(pairs.map(({ loss }, i) => `${loss} x${i}`))),
      loads: best('Minimize', sum(leaders.flatMap(({ prices }, i) => prices.map((price, k) => `${price} u${i}_${k}`)))),
      coverage: best(
        'Minimize',
        sum(touchpoints.flatMap(({ prices }, i) => prices.map((price, k) => `${price} v${i}_${k}`))),
      ),
      repeats: best('Minimize', sum(pairs.map(({ repeats }, i) => `${repeats} x${i}`))),
    }
  }
}

function rulesOf({ leaders, touchpoints, pairs, most }: RoundQuestion): string[] {
  const at = (test: (pair: RoundQuestion['pairs'][number]) => boolean) =>
    pairs.flatMap((pair, i) => (test(pair) ? [`x${i}`] : []))
  const equal = (name: string, xs: string[], units: string[]) =>
    ` ${name}: ${sum(xs)}${units.map((unit) => ` - ${unit}`).join('')} = 0`

  return [
    ` all: ${sum(pairs.map((_, i) => `x${i}`))} <= ${most}`,
    ...leaders.map(({ prices }, leader) =>
      equal(
        `l${leader}`,
        at((pair) => pair.leader === leader),
        prices.map((_, k) => `u${leader}_${k}`),
      ),
    ),
    ...touchpoints.map(({ prices }, t) =>
      equal(
        `t${t}`,
        at((pair) => pair.touchpoint === t),
        prices.map((_, k) => `v${t}_${k}`),
      ),
    ),
  ]
}

function boundsOf({ leaders, touchpoints, pairs }: RoundQuestion): string {
  return [
    ...pairs.map((_, i) => ` 0 <= x${i} <= 1`),
    ...leaders.flatMap(({ prices }, i) => prices.map((_, k) => ` 0 <= u${i}_${k} <= 1`)),
    ...touchpoints.flatMap(({ prices }, i) => prices.map((_, k) => ` 0 <= v${i}_${k} <= 1`)),
  ].join('\n')
}

/** HiGHS reads neither an empty sum nor the same name twice in one. */
function sum(terms: readonly string[]): string {
  return terms.join(' + ').replaceAll('+ -', '- ') || '0 x0'
}
