import type { Db } from './open.ts'
import { preparedOnce } from './prepared.ts'

/** Moves with every row that changes, by whichever connection: what was read at the same count is not stale. */
export function changeCount(db: Db): string {
  const { ownChanges, dataVersion } = counts(db)

  return `${ownChanges.get()}/${dataVersion.get()}`
}

/** The pragma as it is: asked for as a table it is compiled anew each time, which takes three times as long. */
const counts = preparedOnce((db) => ({
  ownChanges: db.$client.prepare<[], number>('select total_changes()').pluck(),
  dataVersion: db.$client.prepare<[], number>('pragma data_version').pluck(),
}))

/** Who reads, and as of when, where that is already known. */
interface Reader {
  db: Db
  asOf?: string
}

/** As of when it is read: the one look for a whole page, else a look now. */
export function readAsOf({ db, asOf }: Reader): string {
  return asOf ?? changeCount(db)
}

/** So many answers of one kind are kept; when there are more, all are read anew. */
const MOST = 1000

/**
 * What every request asks and few requests change: read once, then kept until anything at all is written. Within a transaction it is
 * always read, because what is undone must not be kept. An answer that is nothing is not kept, so that guessing fills no memory.
 */
export function keptUntilChange<Answer>(
  read: (db: Db, key: string) => Answer,
): (reader: Reader, key: string) => Answer {
  const shelves = new WeakMap<Db, { asOf: string; answers: Map<string, Answer> }>()

  return (reader, key) => {
    const { db } = reader
    if (db.$client.inTransaction) return read(db, key)
    const asOf = readAsOf(reader)
    const found = shelves.get(db)
    const shelf = found?.asOf === asOf && found.answers.size < MOST ? found : { asOf, answers: new Map() }
    shelves.set(db, shelf)
    const answer = shelf.answers.get(key) ?? read(db, key)
    if (answer !== undefined) shelf.answers.set(key, answer)

    return answer
  }
}
