/** Who may read what of a reflection until it is released: its author all, leads all but the prediction and the mood. */
import { FIELD_NAMES, type FieldName } from './fields.ts'

export type ReadableName = FieldName | 'predictedValued' | 'predictedAddressed' | 'mood'

const PRIVATE_NAMES = ['predictedValued', 'predictedAddressed', 'mood'] as const

export interface Reader {
  id: string | null
  roles: readonly string[]
}

/** Before the reflection is handed in nobody reads the prediction, its author included. */
export function listReadable(
  reflection: { leaderId: string; handedIn: boolean },
  reader: Reader,
): readonly ReadableName[] {
  if (reader.id !== null && reader.id === reflection.leaderId) {
    return reflection.handedIn ? [...FIELD_NAMES, ...PRIVATE_NAMES] : FIELD_NAMES
  }

  return reflection.handedIn && reader.roles.includes('lead') ? FIELD_NAMES : []
}

export function mayRead(reflection: { leaderId: string; handedIn: boolean }, reader: Reader): boolean {
  return listReadable(reflection, reader).length > 0
}
