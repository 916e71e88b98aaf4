/** Where the names of points that are tied by a line can be read: beside, above or below each, clear of the others and of the line. */

/** `x` in per cent of the width, `y` in pixels. */
export interface NamedPoint {
  label: string
  x: number
  y: number
}

/** From its point, in pixels. */
export interface PlacedName {
  dx: number
  dy: number
  anchor: 'start' | 'middle' | 'end'
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

type Spot = readonly [x: number, y: number]

/** On a phone; with more room everything lies further apart. */
const WIDTH = 350
const LETTER = 6.5
const HEIGHT = 12
const PLACES: readonly PlacedName[] = [
  { dx: 9, dy: 4, anchor: 'start' },
  { dx: -9, dy: 4, anchor: 'end' },
  { dx: 0, dy: -10, anchor: 'middle' },
  { dx: 0, dy: 19, anchor: 'middle' },
  { dx: 9, dy: -8, anchor: 'start' },
  { dx: 9, dy: 16, anchor: 'start' },
  { dx: -9, dy: -8, anchor: 'end' },
  { dx: -9, dy: 16, anchor: 'end' },
]

interface Choice {
  place: PlacedName
  box: Box
  /** How much of the line runs through it. */
  crossed: number
}

/** In the order of the points. Of all ways to place them the one that hides least; the latest, which matters most, chooses first. */
export function placedNames(points: readonly NamedPoint[]): PlacedName[] {
  const spots = points.map(({ x, y }): Spot => [(x / 100) * WIDTH, y])
  const onTheWay = spots.flatMap((spot, i) => (i === 0 ? [spot] : between(spots[i - 1] ?? spot, spot)))
  const choices = points.map(({ label }, i) =>
    PLACES.map((place): Choice => {
      const box = boxOf(label, spots[i] as Spot, place)

      return { place, box, crossed: crossedBy(box, onTheWay) }
    }),
  )

  return leastHidden(choices.reverse())
    .map(({ place }) => place)
    .reverse()
}

/** Looked for depth first; what hides as much as the best so far is not looked into. There are five names or so. */
function leastHidden(choices: readonly Choice[][]): readonly Choice[] {
  let best: { hidden: number; chosen: readonly Choice[] } = { hidden: Infinity, chosen: [] }
  const look = (chosen: readonly Choice[], hidden: number) => {
    if (hidden >= best.hidden) return
    const next = choices[chosen.length]
    if (!next) best = { hidden, chosen }
    for (const choice of next ?? []) look([...chosen, choice], hidden + choice.crossed + covered(choice, chosen))
  }
  look([], 0)

  return best.chosen
}

/** Twenty spots along a stretch of the line, its end included. */
function between([x1, y1]: Spot, [x2, y2]: Spot): Spot[] {
  return Array.from({ length: 20 }, (_, i): Spot => {
    const share = (i + 1) / 20

    return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]
  })
}

function boxOf(label: string, [x, y]: Spot, { dx, dy, anchor }: PlacedName): Box {
  const width = label.length * LETTER
  const left = x + dx - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2)

  return { left, right: left + width, top: y + dy - HEIGHT + 2, bottom: y + dy + 2 }
}

/** Beyond the edge is worst. */
function crossedBy(box: Box, onTheWay: readonly Spot[]): number {
  const crossed = onTheWay.filter(([x, y]) => isOver(box, { left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 }))

  return (box.left < 0 || box.right > WIDTH ? 1000 : 0) + crossed.length
}

/** A name over another is worse than a line through it. */
function covered({ box }: Choice, chosen: readonly Choice[]): number {
  return 100 * chosen.filter((other) => isOver(box, other.box)).length
}

function isOver(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
