/**
 * Answers heaped by who gave them and where they stand: nothing more is known of contacts when it is decided what may be shown. A
 * hundred thousand of them are kept as whole numbers side by side, four bytes an answer.
 */
import type { Answer } from '../reflections/counts.ts'
import type { Placed } from './places.ts'

/** Where contacts stand that no breakdown and no month tells apart. */
export type Position = Omit<Placed, 'id' | 'leaderId'>

export interface AnswerPool {
  positions: readonly Position[]
  /** Of each heap: the number of its position, of its leader, and how many contacts it is. */
  heaps: { position: readonly number[]; leader: readonly number[]; times: readonly number[] }
  /** Who answered a question: by answer, the heap of each contact that gave it. */
  given: (question: string) => ReadonlyMap<string, Heaps>
}

/** Numbers of heaps in the order they came, of which the first `length` are there. */
export interface Heaps {
  numbers: Int32Array
  length: number
}

/** `contacts` are read once. */
export function poolOf(contacts: Iterable<readonly [placed: Placed, answers: Iterable<Answer>]>): AnswerPool {
  const [positions, leaders] = [new Map<string, number>(), new Map<string, number>()]
  const places: Position[] = []
  const heaps = { position: [] as number[], leader: [] as number[], times: [] as number[] }
  const heapAt: Map<number, number>[] = []
  const given = new Map<string, Map<string, Heaps>>()
  for (const [placed, answers] of contacts) {
    const position = numberOf(positions, keyOf(placed))
    if (position === places.length) {
      places.push(placed)
      heapAt.push(new Map())
    }
    const leader = numberOf(leaders, placed.leaderId)
    const heap = heapOf(heapAt[position] as Map<number, number>, heaps, { position, leader })
    heaps.times[heap] = (heaps.times[heap] as number) + 1
    for (const { question, answer } of answers) push(heapsIn(mapIn(given, question), answer), heap)
  }

  return { positions: places, heaps, given: (question) => given.get(question) ?? new Map() }
}

function heapOf(
  here: Map<number, number>,
  { position, leader, times }: { position: number[]; leader: number[]; times: number[] },
  at: { position: number; leader: number },
): number {
  const found = here.get(at.leader)
  if (found !== undefined) return found
  here.set(at.leader, times.length)
  position.push(at.position)
  leader.push(at.leader)

  return times.push(0) - 1
}

function keyOf({ month, touchpointId, channel, purpose, departmentId, programId }: Placed): string {
  return `${month} ${touchpointId} ${channel} ${purpose} ${departmentId} ${programId}`
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const found = numbers.get(key)
  if (found !== undefined) return found
  numbers.set(key, numbers.size)

  return numbers.size - 1
}

function heapsIn(answers: Map<string, Heaps>, answer: string): Heaps {
  const found = answers.get(answer) ?? { numbers: new Int32Array(FIRST_ROOM), length: 0 }
  answers.set(answer, found)

  return found
}

const FIRST_ROOM = 64

function push(heaps: Heaps, heap: number): void {
  if (heaps.length === heaps.numbers.length) {
    const wider = new Int32Array(2 * heaps.length)
    wider.set(heaps.numbers)
    heaps.numbers = wider
  }
  heaps.numbers[heaps.length++] = heap
}

function mapIn<Key, Value>(maps: Map<string, Map<Key, Value>>, key: string): Map<Key, Value> {
  const found = maps.get(key) ?? new Map<Key, Value>()
  maps.set(key, found)

  return found
}
