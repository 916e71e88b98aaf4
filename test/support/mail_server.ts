import { createServer, type Socket } from 'node:net'

export interface ReceivedLetter {
  to: string[]
  source: string
}

/** How the server misbehaves: what it answers to a command, that it says nothing more, or one letter at a time without end. */
export type Mood = (line: string) => string | 'silence' | 'trickle' | undefined

export interface MailServer {
  url: string
  received: ReceivedLetter[]
  /** Answers to commands that differ from a friendly server's, until they are changed. */
  mood: Mood
  /** How many there were, and how many there are. */
  connections: number
  open: number
  close: () => Promise<void>
}

/** A small SMTP server on loopback (RFC 5321), friendly unless its mood says otherwise. */
export async function openMailServer(port = 0): Promise<MailServer> {
  const sockets = new Set<Socket>()
  const house = { received: [], mood: () => undefined, connections: 0, open: 0 } as unknown as MailServer
  const server = createServer((socket) => {
    sockets.add(socket)
    house.connections++
    house.open++
    socket.on('close', () => {
      sockets.delete(socket)
      house.open--
    })
    socket.on('error', () => sockets.delete(socket))
    talk(socket, house)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  house.url = `smtp://127.0.0.1:${(server.address() as { port: number }).port}`
  house.close = () => {
    for (const socket of sockets) socket.destroy()

    return new Promise((resolve) => server.close(() => resolve()))
  }

  return house
}

/** Never silent for long enough to be given up for it, and never done. */
function trickle(socket: Socket): void {
  socket.write('250-')
  const drip = setInterval(() => socket.write('x'), 50)
  socket.on('close', () => clearInterval(drip))
}

function talk(socket: Socket, house: MailServer): void {
  const state = { to: [] as string[], letter: undefined as string[] | undefined, rest: '' }
  const say = (line: string, friendly: string) => {
    const answer = house.mood(line) ?? friendly
    if (answer === 'trickle') return trickle(socket)
    if (answer !== 'silence') socket.write(`${answer}\r\n`)
  }
  say('connect', '220 mail.example ready')
  socket.on('data', (bytes) => {
    const lines = (state.rest + bytes.toString('utf8')).split('\r\n')
    state.rest = lines.pop() ?? ''
    for (const line of lines) hear(line)
  })
  const hear = (line: string) => {
    if (state.letter && line !== '.') return void state.letter.push(line)
    if (state.letter) {
      const taken = { to: state.to, source: state.letter.join('\r\n') }
      state.letter = undefined
      if (!house.mood('.')?.startsWith('5')) house.received.push(taken)

      return say('.', '250 taken')
    }
    if (line.startsWith('RCPT TO:')) state.to = [...state.to, /<([^>]*)>/.exec(line)?.[1] ?? '']
    if (line.startsWith('MAIL FROM:')) state.to = []
    if (line === 'DATA') state.letter = []
    say(line, line === 'DATA' ? '354 go on' : line === 'QUIT' ? '221 bye' : '250 fine')
  }
}
