/** Charts as ECMA-376 part 1 §21.2 writes them down, where the library that draws them does not. */

/** A series of a line has no bars to invert, and its marks stand before its labels; a line says how its series are grouped. */
export function lineParts(chart: string): string {
  return chart.replace(/<c:lineChart>.*?<\/c:lineChart>/gs, (line) =>
    line
      .replace('<c:lineChart>', '<c:lineChart><c:grouping val="standard"/>')
      .replaceAll('<c:invertIfNegative val="0"/>', '')
      .replace(/(<c:dLbls>(?:(?!<c:dLbls>).)*?<\/c:dLbls>)(<c:marker>.*?<\/c:marker>)/gs, '$2$1'),
  )
}

/** A chart names two axes; the library names a third that is not there, for depth. */
export function axesThere(chart: string): string {
  const axes = chart.match(/<c:(catAx|valAx)>\s*<c:axId val="\d+"\/>/g)?.join('') ?? ''

  return chart.replace(/<c:axId val="\d+"\/>/g, (axis) => (axes.includes(axis) ? axis : ''))
}
