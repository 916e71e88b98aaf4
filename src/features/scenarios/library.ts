/** The starter library: errands that fit most companies, to copy and adapt. A file for each channel they fit best. */

import { Problem } from '../../lib/problem.ts'
import { APP } from './library/app.ts'
import { CHAT } from './library/chat.ts'
import { EMAIL } from './library/email.ts'
import { PHONE } from './library/phone.ts'
import { SHOP } from './library/shop.ts'
import { SOCIAL } from './library/social.ts'
import { WEB_FORM } from './library/web_form.ts'
import type { LibraryScenario } from './scenario.ts'

export const LIBRARY: readonly LibraryScenario[] = [
  ...PHONE,
  ...CHAT,
  ...EMAIL,
  ...WEB_FORM,
  ...SOCIAL,
  ...SHOP,
  ...APP,
]

export function getFromLibrary(key: string): LibraryScenario {
  const found = findInLibrary(key)
  if (!found) throw new Problem('not_found', 'There is no such scenario in the library.')

  return found
}

export function findInLibrary(key: string): LibraryScenario | undefined {
  return LIBRARY.find((scenario) => scenario.key === key)
}
