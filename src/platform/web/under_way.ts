import type { Server } from 'node:http'

/** The requests a server is answering, counted from before it listens. */
export interface UnderWay {
  /** Closes every connection as soon as nothing is being answered. */
  closeOnceAnswered: () => void
}

/**
 * A closed server waits for its connections. Browsers keep them for the next request, and open some in advance which Node does not
 * count as idle, so without this each stop would take as long as its patience.
 */
export function watchRequests(server: Server): UnderWay {
  let answering = 0
  let closing = false
  const closeIfDone = () => {
    if (closing && answering === 0) server.closeAllConnections()
  }
  server.on('request', (_request, response) => {
    answering++
    response.once('close', () => {
      answering--
      closeIfDone()
    })
  })
  const closeOnceAnswered = () => {
    closing = true
    closeIfDone()
  }

  return { closeOnceAnswered }
}
