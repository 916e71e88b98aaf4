/**
 * What waits on the device for a connection: a prediction, a reflection. Each goes off exactly once: one tab sends at a time, and
 * the server takes the same reflection twice for one.
 */
import { change, forget, keysFrom, member, read } from './kept.js'

const AGAIN = 15_000
const PATIENCE = 20_000
let timer

/** Predictions first: their contact has to be started before it can be reflected on. */
const nameOf = ({ what, assignment }) => `out:${what}:${assignment}`

export function put(item) {
  later()

  return change(nameOf(item), () => item)
}

export async function isWaiting(what, assignment) {
  return (await read(nameOf({ what, assignment }))) !== undefined
}

export function withdraw(what, assignment) {
  return forget(nameOf({ what, assignment }))
}

export function listWaiting() {
  return keysFrom('out:')
}

/** Posts it now. Gives { ok, next }, { refused, message }, { signedOut } or, where nobody answered, { lost }. */
async function send({ what, assignment, url, body }) {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body,
      signal: AbortSignal.timeout(PATIENCE),
    })
    if (answer.status === 401) return { signedOut: true }
    if (answer.status >= 500 || answer.status === 429) return { lost: true }
    const said = await answer.json()
    if (!answer.ok) return { refused: true, message: said.message }
    await forget(nameOf({ what, assignment }))
    if (what === 'reflection') await forgetContact(assignment)

    return { ok: true, next: said.next }
  } catch {
    return { lost: true }
  }
}

/** Sends whatever waits. Tells of each that went or was refused. */
export async function sendWaiting(tell) {
  if (!member) return
  await alone(async () => {
    for (const name of await listWaiting()) {
      const item = await read(name)
      const answer = item ? await send(item) : { lost: true }
      if (answer.lost || answer.signedOut) return later(tell)
      if (answer.refused) await forget(name)
      tell({ ...item, ...answer })
    }
  })
}

/** The words are handed in: nothing of the contact stays on the device, its clock times least of all. */
export async function forgetContact(assignment) {
  await Promise.all(['draft', 'log', 'typed:prediction'].map((kind) => forget(`${kind}:${assignment}`)))
  const pages = await globalThis.caches?.open('pages')
  await Promise.all(['live', 'reflection'].map((page) => pages?.delete(`/assignments/${assignment}/${page}`)))
}

function later(tell) {
  clearTimeout(timer)
  if (tell) timer = setTimeout(() => sendWaiting(tell), AGAIN)
  else dispatchEvent(new Event('outbox'))
}

/** One tab at a time; where the browser has no locks, the server still takes the same twice for one. */
function alone(work) {
  return navigator.locks ? navigator.locks.request('plainclothes-outbox', work) : work()
}
