/** PPTX: a slide a chart, drawn by the presentation itself and editable; tables as tables; nothing that people wrote is a link or markup. */
import pptxgen from 'pptxgenjs'
import { axesThere, lineParts } from './chart_parts.ts'
import { nativeChart } from './native_charts.ts'
import type { Chart, Report } from './report.ts'
import { chartWords } from './report_words.ts'
import { chartLook, INK, legibleLabels, SANS, SERIF, SOFT, TABLE_BORDER, VOICES, type Voice } from './slide_look.ts'
import { type SlideText, spaceAfter, WORDS_PLACE } from './slide_room.ts'
import { type Slide, slidesOf } from './slides.ts'
import { settled } from './zip.ts'

/** Its types call the class the default of a module; what is loaded is the class itself. */
const Presentation = pptxgen as unknown as typeof pptxgen.default
type Page = ReturnType<InstanceType<typeof Presentation>['addSlide']>

/** Inches from the left and the top of a slide of 13.33 × 7.5, its width and height. */
type Place = readonly [x: number, y: number, w: number, h: number]

const LEFT = 0.7
const WIDE = 11.93
const PLACES = {
  draft: [11.2, 0.3, 1.43, 0.35],
  caveat: [LEFT, 6.95, 10.4, 0.35],
  heading: [LEFT, 0.45, 10.3, 0.75],
  subtitle: [LEFT, 1.1, WIDE, 0.4],
  title: [LEFT, 1.55, WIDE, 1.5],
  lead: [LEFT, 3.2, 10.4, 3.4],
  words: [LEFT, 1.4, WORDS_PLACE.wide, WORDS_PLACE.high],
  note: [LEFT, 6.55, WIDE, 0.35],
} as const satisfies Record<string, Place>

export async function reportPptx(report: Report): Promise<Uint8Array> {
  const file = new Presentation()
  file.layout = 'LAYOUT_WIDE'
  file.title = report.title
  file.subject = report.subtitle
  file.author = 'Plainclothes'
  file.theme = { headFontFace: SERIF, bodyFontFace: SANS }
  for (const slide of slidesOf(report)) {
    const page = file.addSlide()
    write(page, slide, report)
    frame(page, report)
  }

  // Of the types it can write, the one that was asked for.
  return settled((await file.write({ outputType: 'uint8array' })) as Uint8Array, (chart) =>
    legibleLabels(lineParts(axesThere(chart))),
  )
}

function frame(page: Page, report: Report): void {
  say(page, report.caveat, 'caveat', 'small', report)
  if (report.draft) say(page, 'DRAFT', 'draft', 'draft', report)
  page.slideNumber = { x: 12.1, y: 6.95, w: 0.6, h: 0.35, fontFace: SANS, fontSize: 10, color: SOFT, align: 'right' }
}

function write(page: Page, slide: Slide, report: Report): void {
  if (slide.shows === 'title') {
    say(page, slide.subtitle, 'subtitle', 'soft', report)
    say(page, slide.title, 'title', 'title', report)
    if (slide.lead.length > 0) say(page, slide.lead.join('\n'), 'lead', 'lead', report)
    return
  }
  say(page, slide.title, 'heading', 'heading', report)
  if (slide.shows === 'words') writeWords(page, slide.texts, report)
  if (slide.shows === 'table') writeTable(page, slide, report)
  if (slide.shows === 'chart') writeChart(page, slide.chart, report)
}

function say(page: Page, words: string, place: keyof typeof PLACES, voice: Voice, { locale }: Report): void {
  const [x, y, w, h] = PLACES[place]
  page.addText(words, {
    ...VOICES[voice],
    x,
    y,
    w,
    h,
    margin: 0,
    valign: 'top',
    fit: 'shrink',
    lang: locale,
    objectName: place,
  })
}

function writeWords(page: Page, texts: readonly SlideText[], { locale }: Report): void {
  const [x, y, w, h] = PLACES.words
  const runs = texts.map(({ words, voice }) => ({
    text: words,
    options: { ...VOICES[voice], lang: locale, breakLine: true, paraSpaceAfter: spaceAfter(voice) },
  }))
  page.addText(runs, { x, y, w, h, margin: 0, valign: 'top', fit: 'shrink', objectName: 'words' })
}

function writeTable(page: Page, slide: Extract<Slide, { shows: 'table' }>, report: Report): void {
  const { head, rows, note, widths } = slide
  const fontSize = 11
  const shared = { fontFace: SANS, border: TABLE_BORDER, lang: report.locale, valign: 'top' as const }
  const headings = head.map((text) => ({ text, options: { ...shared, fontSize: fontSize - 1, color: SOFT } }))
  const cells = rows.map((row) =>
    row.map((text, i) => ({ text, options: { ...shared, fontSize, color: INK, bold: i === 0 } })),
  )
  const colW = widths.map((share) => share * WIDE)
  page.addTable([headings, ...cells], {
    x: LEFT,
    y: 1.4,
    w: WIDE,
    colW,
    margin: [0.05, 0.08, 0.05, 0],
    objectName: 'table',
  })
  if (note) say(page, note, 'note', 'small', report)
}

function writeChart(page: Page, chart: Chart, report: Report): void {
  const native = nativeChart(chart)
  const said = chartWords(chart, report.locale)
  const place = { x: LEFT, y: 1.3, w: WIDE, h: 5.2, altText: said, objectName: 'chart' }
  // A missing value is no number: it is left out of the file again (zip.ts).
  const series = native.series.map(({ name, labels, values }) => ({ name, labels, values: values as number[] }))
  page.addChart(native.type, series, { ...place, ...chartLook(native, report.locale) })
  page.addNotes(said)
  if (chart.note) say(page, chart.note, 'note', 'small', report)
}
