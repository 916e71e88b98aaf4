import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** A file that is written while it is sent: the next piece is made when the one before has gone, and other requests come in between. */
export interface Pieces {
  name: string
  pieces: Iterable<string>
}

export function sendPieces(reply: FastifyReply, kind: string, { name, pieces }: Pieces): FastifyReply {
  return reply
    .type(kind)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(pieces, { highWaterMark: 1 }))
}
