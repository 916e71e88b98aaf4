import { Readable } from 'node:stream'
import { scheduler } from 'node:timers/promises'
import { constants } from 'node:zlib'
import type {} from '@fastify/compress'
import type { FastifyReply, RouteShorthandOptions } from 'fastify'

/** A file that is written while it is sent: the next piece is made when the one before has gone, and other requests come in between. */
export interface Pieces {
  name: string
  pieces: Iterable<string>
}

export function sendPieces(reply: FastifyReply, kind: string, { name, pieces }: Pieces): FastifyReply {
  return reply
    .type(kind)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(inTurn(pieces), { highWaterMark: 1 }))
}

/** For the routes that send them: compressed piece by piece too, else the first ones wait until there is enough to fill a buffer. */
export const SENT_IN_PIECES = {
  compress: { encodings: ['gzip', 'identity'], zlibOptions: { flush: constants.Z_SYNC_FLUSH } },
} satisfies Pick<RouteShorthandOptions, 'compress'>

/** What is made goes out, and whoever waits has their turn, before the next piece is begun. */
async function* inTurn(pieces: Iterable<string>): AsyncGenerator<string> {
  for (const piece of pieces) {
    yield piece
    await scheduler.yield()
  }
}
