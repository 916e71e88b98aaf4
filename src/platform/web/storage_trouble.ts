import { codeOf } from '../../lib/problem.ts'

/** What SQLite says where nothing is wrong with us, but with the disk or with somebody else on it (sqlite.org/rescode.html). */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'Another program holds the database just now. Nothing was written; wait a moment and try again.',
  ],
  [/^SQLITE_FULL/, 'The disk is full. Nothing was written; whoever runs Plainclothes has to make room first.'],
  [
    /^SQLITE_(READONLY|IOERR|CANTOPEN)/,
    'The database cannot be read or written just now. Nothing was changed; whoever runs Plainclothes has to look after the disk.',
  ],
]

/** The sentence for a failure of the disk; undefined for anything else, which is a bug. */
export function storageTrouble(error: unknown): string | undefined {
  const code = codeOf(error)

  return SENTENCES.find(([codes]) => codes.test(code))?.[1]
}
