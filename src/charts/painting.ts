/** What charts of a report are drawn with, in points (1/72 inch), and how a page shows it: print sets the same strokes with its own tools. */
import { escaped, short, type Words } from './svg.ts'

/** The colours of the look, by name: what orange and teal mean is said there. */
export type Ink = 'ink' | 'soft' | 'faint' | 'line' | 'band' | 'accent' | 'paper' | 'e2' | 'e1' | 'm' | 'p1' | 'p2'

export type Stroke =
  | { draws: 'line'; from: [number, number]; to: [number, number]; ink: Ink; dashed: boolean }
  | { draws: 'path'; points: [number, number][]; ink: Ink }
  | { draws: 'area'; points: [number, number][]; ink: Ink }
  | { draws: 'bar'; at: [number, number]; size: [number, number]; ink: Ink }
  | { draws: 'dot'; at: [number, number]; radius: number; ink: Ink; hollow: boolean }
  | {
      draws: 'words'
      at: [number, number]
      words: string
      ink: Ink
      anchor: 'start' | 'middle' | 'end'
      strong: boolean
      /** Null: as wide as the words are; else they take several lines. */
      wide: number | null
    }

export interface Drawing {
  width: number
  height: number
  strokes: Stroke[]
}

/** As SVG: every colour is a class, so that light, dark and print choose. */
export function painted({ width, height, strokes }: Drawing, { id, title, description }: Words): string {
  const body = strokes.map(strokeOf).join('')

  return `<svg class="drawing" viewBox="0 -8 ${short(width)} ${short(height + 10)}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${escaped(title)}</title><desc id="${id}-d">${escaped(description)}</desc>${body}</svg>`
}

function strokeOf(stroke: Stroke): string {
  if (stroke.draws === 'words') return wordsOf(stroke)
  if (stroke.draws === 'line') return lineOf(stroke)
  if (stroke.draws === 'path')
    return `<polyline class="stroke-${stroke.ink} thick" points="${pointsOf(stroke.points)}"/>`
  if (stroke.draws === 'area') return `<polygon class="fill-${stroke.ink}" points="${pointsOf(stroke.points)}"/>`
  const [x, y] = stroke.at.map(short)
  if (stroke.draws === 'dot')
    return `<circle class="${stroke.hollow ? `stroke-${stroke.ink} hollow` : `fill-${stroke.ink}`}" cx="${x}" cy="${y}" r="${short(stroke.radius)}"/>`
  const [width, height] = stroke.size.map(short)

  return `<rect class="fill-${stroke.ink}" x="${x}" y="${y}" width="${width}" height="${height}"/>`
}

function lineOf({ from, to, ink, dashed }: Extract<Stroke, { draws: 'line' }>): string {
  const [[x1, y1], [x2, y2]] = [from.map(short), to.map(short)]

  return `<line class="stroke-${ink}${dashed ? ' dashed' : ''}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`
}

function wordsOf({ at, words, ink, anchor, strong, wide }: Extract<Stroke, { draws: 'words' }>): string {
  const lines = wide === null ? [words] : linesOf(words, wide)
  const spans = lines.map((line, i) => `<tspan x="${short(at[0])}" dy="${i === 0 ? 0 : LINE}">${escaped(line)}</tspan>`)

  return `<text class="fill-${ink}${strong ? ' strong' : ''}" y="${short(at[1])}" text-anchor="${anchor}">${spans.join('')}</text>`
}

/** Points: how far apart lines stand, and how wide a letter is about. */
const LINE = 8
const LETTER = 3.6

function linesOf(words: string, wide: number): string[] {
  const most = Math.max(4, Math.floor(wide / LETTER))
  const lines: string[] = []
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.slice(0, most))
  }

  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]}…`] : lines
}

function pointsOf(points: readonly [number, number][]): string {
  return points.map(([x, y]) => `${short(x)},${short(y)}`).join(' ')
}
