import { z } from 'zod'
import { SHARED_FIELDS } from './texts.ts'

export const sharingForm = z.object({
  fields: z.union([z.array(z.enum(SHARED_FIELDS)), z.enum(SHARED_FIELDS).transform((one) => [one])]).default([]),
})
