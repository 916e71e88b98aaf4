/** Lists and records that are written out in full. TypeScript takes their names for any text: a record could hold more than its type says. */

/** The names of a record that holds no others, in the order they stand. */
export function namesIn<T extends object>(record: T): (keyof T & string)[] {
  return Object.keys(record) as (keyof T & string)[]
}

/** Whether a text is one of a list. */
export function isIn<T extends string>(list: readonly T[], text: string): text is T {
  const texts: readonly string[] = list

  return texts.includes(text)
}
