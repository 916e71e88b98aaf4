import type { Category, Chart } from './report.ts'

/** A chart of many rows in parts of which each fits; what has columns is never too many. Nothing is left out, and no row is cut. */
export function inParts(chart: Chart, fits: (rows: readonly Category[]) => boolean): Chart[] {
  if (chart.form === 'line') return [chart]
  const cuts = cutsOf(chart.categories, fits)
  if (cuts.length === 1) return [chart]

  return cuts.map(([from, to], i) => ({
    ...partOf(chart, from, to),
    title: `${chart.title} (${i + 1} of ${cuts.length})`,
    note: i === cuts.length - 1 ? chart.note : '',
  }))
}

function cutsOf(rows: readonly Category[], fits: (rows: readonly Category[]) => boolean): [number, number][] {
  const cuts: [number, number][] = []
  let from = 0
  for (let to = 1; to <= rows.length; to++) {
    if (to - from === 1 || fits(rows.slice(from, to))) continue
    cuts.push([from, to - 1])
    from = to - 1
  }

  return [...cuts, [from, rows.length]]
}

function partOf(chart: Exclude<Chart, { form: 'line' }>, from: number, to: number): Chart {
  const categories = chart.categories.slice(from, to)
  if (chart.form === 'ranges')
    return { ...chart, categories, points: chart.points.slice(from, to), targets: chart.targets.slice(from, to) }
  const cut = <Row extends { points: readonly unknown[] }>(row: Row): Row => ({
    ...row,
    points: row.points.slice(from, to),
  })
  if (chart.form === 'stack') return { ...chart, categories, series: chart.series.map(cut) }

  return { ...chart, categories, series: [cut(chart.series[0]), cut(chart.series[1])] }
}
