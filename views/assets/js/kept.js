/**
 * What the device keeps for whoever is signed in. IndexedDB rather than localStorage: it is on the disk once it says so, also
 * when the browser is killed the next moment. Where it is closed, or takes nothing (some private windows, a full disk), things are
 * kept while the page is open.
 */
const STORE = 'kept'
const SLIP = 'plainclothes-slip/'
/** What the device has not taken; undefined stands for what it should have forgotten. */
const memory = new Map()
let opening

/** The member whose page this is; nobody else's things are ever read. */
export const member = document.body.dataset.member ?? ''

/**
 * Reads and writes in one go, so that two tabs never overwrite each other: `work` gets what is kept and gives what to keep
 * instead; undefined keeps nothing any more. Gives what is kept now. What the device refuses this page keeps, until it is taken.
 */
export async function change(key, work, whose = member) {
  const db = await open()
  const name = `${whose}/${key}`
  const done = (db && (await changeOnDevice(db, name, work))) ?? { after: work(memory.get(name)) }
  if (done.isTaken) memory.delete(name)
  else memory.set(name, done.after)

  return done.after
}

export async function read(key) {
  const db = await open()
  const name = nameOf(key)
  if (!db || memory.has(name)) return memory.get(name)

  return answered(db.transaction(STORE).objectStore(STORE).get(name))
}

export function forget(key, whose = member) {
  tearUp(slipsFrom(`${whose}/${key}/`))

  return change(key, () => undefined, whose)
}

/** The keys that begin so, in their order. */
export async function keysFrom(start) {
  return (await namesFrom(nameOf(start))).map((name) => name.slice(nameOf('').length))
}

/** Everything of a member who has left. */
export async function forgetMember(whose) {
  tearUp(slipsFrom(`${whose}/`))
  for (const name of await namesFrom(`${whose}/`)) await forget(name.slice(whose.length + 1), whose)
}

/** False where the device keeps nothing, or not everything, beyond this page. */
export async function isLasting() {
  return (await open()) !== null && memory.size === 0
}

/** Where things are kept, as whoever typed them has to know. */
export async function keptWords() {
  return (await isLasting()) ? 'Kept on this device.' : 'Kept on this page only: leave it open.'
}

/**
 * A slip beside what is kept: what a page has not been able to keep yet. IndexedDB takes milliseconds, and longer when it is first
 * opened; a page that is closed meanwhile takes the words along. A slip is written before the next letter comes, and torn up as
 * soon as its words are kept, or forgotten. Every page has its own.
 */
export function writeSlip(key, page, words) {
  const slip = { name: `${SLIP}${nameOf(key)}/${page}`, text: JSON.stringify(words) }
  noting((notes) => notes.setItem(slip.name, slip.text))

  return slip
}

/** Each with the words on it. */
export function slipsOf(key) {
  return slipsFrom(`${nameOf(key)}/`).map((slip) => ({ ...slip, words: JSON.parse(slip.text) }))
}

export function isOnSlips(start) {
  return slipsFrom(nameOf(start)).length > 0
}

/** Unless something else stands on one by now. */
export function tearUp(slips) {
  noting((notes) => {
    for (const { name, text } of slips) if (notes.getItem(name) === text) notes.removeItem(name)
  })
}

function slipsFrom(start) {
  const slips = noting((notes) => Object.entries({ ...notes }).map(([name, text]) => ({ name, text }))) ?? []

  return slips.filter(({ name }) => name.startsWith(SLIP + start))
}

/** Some browsers give no room for notes, or not enough. */
function noting(work) {
  try {
    return work(localStorage)
  } catch {
    return undefined
  }
}

function nameOf(key) {
  return `${member}/${key}`
}

async function namesFrom(start) {
  const db = await open()
  const onDevice = db ? await answered(db.transaction(STORE).objectStore(STORE).getAllKeys()) : []
  const here = [...memory.keys()].filter((name) => memory.get(name) !== undefined)

  return [...new Set([...onDevice.filter((name) => !memory.has(name)), ...here])].filter((name) =>
    name.startsWith(start),
  )
}

/** What came of the work, and whether the device has taken it; nothing where the device did not even say what it keeps. */
function changeOnDevice(db, name, work) {
  return new Promise((resolve) => {
    const doing = db.transaction(STORE, 'readwrite', { durability: 'strict' })
    const store = doing.objectStore(STORE)
    const asked = store.get(name)
    let done
    asked.onsuccess = () => {
      const after = work(memory.has(name) ? memory.get(name) : asked.result)
      done = { after, isTaken: false }
      if (after === undefined) store.delete(name)
      else store.put(after, name)
      // At once: a page that is left the next moment takes what is not committed with it.
      doing.commit()
    }
    doing.oncomplete = () => resolve({ ...done, isTaken: true })
    doing.onabort = () => resolve(done)
  })
}

function open() {
  opening ??= new Promise((resolve) => {
    const asked = globalThis.indexedDB?.open('plainclothes', 1)
    if (!asked) return resolve(null)
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE)
    asked.onerror = () => resolve(null)
    asked.onsuccess = () => {
      // The browser may close it (storage cleared): the next use opens it anew.
      asked.result.onclose = () => {
        opening = undefined
      }
      resolve(asked.result)
    }
  }).catch(() => null)

  return opening
}

function answered(asked) {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}
