/**
 * Answers heaped by who gave them and where they stand: a hundred thousand contacts come to a few thousand heaps, and nothing more is
 * known of them when it is decided what may be shown.
 */
import type { Answer } from '../reflections/counts.ts'
import type { Placed } from './closing.ts'

/** Where contacts stand that no breakdown and no month tells apart. */
export type Position = Omit<Placed, 'id' | 'leaderId'>

/** So many contacts of one leader in one position gave this answer; undefined: none to this question. */
export interface Heap {
  position: Position
  leader: number
  answer: string | undefined
  times: number
}

export interface AnswerPool {
  heapsOf: (question: string) => Heap[]
}

/** `contacts` are read once. */
export function poolOf(contacts: Iterable<readonly [placed: Placed, answers: Iterable<Answer>]>): AnswerPool {
  const [positions, people] = [new Map<string, number>(), new Map<string, number>()]
  const places: Position[] = []
  const all = new Map<number, number>()
  const given = new Map<string, Map<string, Map<number, number>>>()
  for (const [placed, answers] of contacts) {
    const position = numberOf(positions, keyOf(placed))
    places[position] ??= placed
    const heap = position * MOST_PEOPLE + numberOf(people, placed.leaderId)
    addTo(all, heap)
    for (const { question, answer } of answers) addTo(mapIn(mapIn(given, question), answer), heap)
  }
  const heapFrom = (heap: number, answer: string | undefined, times: number): Heap => ({
    position: places[Math.floor(heap / MOST_PEOPLE)] as Position,
    ...{ leader: heap % MOST_PEOPLE, answer, times },
  })

  return { heapsOf: (question) => heapsFrom(all, given.get(question) ?? new Map(), heapFrom) }
}

/** More leaders than any company has; with it a heap is one whole number. */
const MOST_PEOPLE = 2 ** 24

function heapsFrom(
  all: ReadonlyMap<number, number>,
  given: ReadonlyMap<string, ReadonlyMap<number, number>>,
  heapFrom: (heap: number, answer: string | undefined, times: number) => Heap,
): Heap[] {
  const silent = new Map(all)
  const heaps: Heap[] = []
  for (const [answer, counts] of given)
    for (const [heap, times] of counts) {
      heaps.push(heapFrom(heap, answer, times))
      silent.set(heap, (silent.get(heap) ?? 0) - times)
    }
  for (const [heap, times] of silent) if (times > 0) heaps.push(heapFrom(heap, undefined, times))

  return heaps
}

function keyOf({ month, touchpointId, channel, purpose, departmentId, programId }: Placed): string {
  return `${month} ${touchpointId} ${channel} ${purpose} ${departmentId} ${programId}`
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const found = numbers.get(key) ?? numbers.size
  numbers.set(key, found)

  return found
}

function addTo(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function mapIn<Key, Value>(maps: Map<string, Map<Key, Value>>, key: string): Map<Key, Value> {
  const found = maps.get(key) ?? new Map<Key, Value>()
  maps.set(key, found)

  return found
}
