import { letters } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import type { Visitor } from '../support/visitor.ts'

export function ask(visitor: Visitor, email = 'nora@northwind.example') {
  return visitor.post('/sign-in', { email, next: '/you' })
}

/** The letter written last, with what somebody would read in it. */
export function newestLetter(house: House) {
  const all = house.db.select().from(letters).all()
  const { text = '', ...letter } = all.at(-1) ?? {}

  return {
    ...letter,
    text,
    code: /code is (\d{3} \d{3})/.exec(text)?.[1] ?? '',
    link: new URL(/https?:\S+/.exec(text)?.[0] ?? 'http://nowhere').pathname,
  }
}

export async function isSignedIn(visitor: Visitor): Promise<boolean> {
  return (await visitor.get('/you')).statusCode === 200
}

/** Six digits that are not the ones in the newest letter. */
export function wrongCode(house: House): string {
  return newestLetter(house).code === '000 000' ? '111111' : '000000'
}
