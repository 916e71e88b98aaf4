/** How slides look: the paper and ink of the pages, with typefaces every computer has. */
import type { NativeChart } from './native_charts.ts'

export const SERIF = 'Georgia'
export const SANS = 'Calibri'
export const INK = '1F1D1A'
export const SOFT = '585249'
const PAPER = 'FFFDF9'
const LINE = 'DDD6C7'
const ACCENT = '6B2A5E'

export const VOICES = {
  title: { fontFace: SERIF, fontSize: 44, color: INK },
  heading: { fontFace: SERIF, fontSize: 28, color: INK },
  lead: { fontFace: SERIF, fontSize: 20, color: INK },
  body: { fontFace: SANS, fontSize: 16, color: INK },
  quote: { fontFace: SERIF, fontSize: 18, color: INK },
  by: { fontFace: SANS, fontSize: 12, color: SOFT },
  soft: { fontFace: SANS, fontSize: 14, color: SOFT },
  small: { fontFace: SANS, fontSize: 10, color: SOFT },
  draft: { fontFace: SANS, fontSize: 12, color: ACCENT, bold: true, align: 'right' },
} as const

export type Voice = keyof typeof VOICES

interface Border {
  type: 'none' | 'solid'
  pt?: number
  color?: string
}

const NONE: Border = { type: 'none' }
/** Rules between rows only: top, right, bottom, left. */
export const TABLE_BORDER: [Border, Border, Border, Border] = [
  NONE,
  NONE,
  { type: 'solid', pt: 0.75, color: LINE },
  NONE,
]

export function chartLook(chart: NativeChart, lang: string) {
  return { ...marks(chart), ...axes(chart), lang, chartColors: chart.series.map(({ colour }) => colour) }
}

function marks({ horizontal, stacked, series, format }: NativeChart) {
  return {
    displayBlanksAs: 'gap',
    lineSize: 1.5,
    lineDataSymbolSize: 6,
    barDir: horizontal ? 'bar' : 'col',
    barGrouping: stacked ? 'percentStacked' : 'clustered',
    barGapWidthPct: 40,
    showLegend: series.length > 1,
    legendPos: 'b',
    legendFontFace: SANS,
    legendFontSize: 11,
    legendColor: SOFT,
    showValue: stacked,
    dataLabelFormatCode: stacked ? '0;;' : format,
    dataLabelFontSize: 10,
    dataLabelColor: INK,
  } as const
}

function axes({ horizontal, stacked, format, ends }: NativeChart) {
  const letters = { fontFace: SANS, fontSize: 11, color: SOFT }

  return {
    catAxisLabelFontFace: letters.fontFace,
    catAxisLabelFontSize: letters.fontSize,
    catAxisLabelColor: letters.color,
    // The first category on top; the declared type knows one direction only.
    catAxisOrientation: (horizontal ? 'maxMin' : 'minMax') as 'minMax',
    valAxisLabelFontFace: letters.fontFace,
    valAxisLabelFontSize: letters.fontSize,
    valAxisLabelColor: letters.color,
    valAxisLabelFormatCode: stacked ? '0%' : format,
    valGridLine: { color: LINE, size: 0.75 },
    catGridLine: { style: 'none' },
    ...(ends && { valAxisMinVal: ends[0], valAxisMaxVal: ends[1] }),
  } as const
}

/** Figures on the two dark ends of a bar are light; the library knows one colour for all series. */
export function legibleLabels(chart: string): string {
  return chart.replace(/<c:ser>.*?<\/c:ser>/gs, (series) => {
    if (!/<c:spPr>\s*<a:solidFill><a:srgbClr val="(?:A8480E|0F5F5A|1F1D1A|585249)"/.test(series)) return series

    return series.replace(/<c:dLbls>.*?<\/c:dLbls>/gs, (labels) => labels.replaceAll(INK, PAPER))
  })
}
