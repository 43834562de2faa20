import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface Slow {
  /** Answers to others meanwhile that were not 200. */
  readonly refused: number
  readonly answered: number
  /** How many slow sockets there were, and how many the service closed. */
  readonly sockets: number
  readonly closed: number
}

const heads = [
  'GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-Slow: ',
  'POST /v1/evaluations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{',
]

/** Speaks byte by byte, or asks for much and reads nothing, over many sockets at once, while others ask on. */
export async function speakSlowly(address: string, { sockets, seconds }: { sockets: number; seconds: number }) {
  const port = Number(new URL(address).port)
  const open: Socket[] = []
  let closed = 0
  for (let i = 0; i < sockets; i += 1) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.on('close', () => {
      closed += 1
    })
    await once(socket, 'connect')
    open.push(socket)
    if (i % 3 < 2) socket.write(heads[i % 3] ?? '')
    else {
      socket.pause()
      socket.write('GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(50))
    }
  }
  const drip = setInterval(() => {
    for (const [i, socket] of open.entries()) if (i % 3 < 2 && socket.writable) socket.write('x')
  }, 500)
  let answered = 0
  let refused = 0
  const end = performance.now() + seconds * 1000
  try {
    while (performance.now() < end && closed < sockets) {
      const answer = await fetch(`${address}/v1/model/lines/billing`)
      await answer.arrayBuffer()
      if (answer.ok) answered += 1
      else refused += 1
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  } finally {
    clearInterval(drip)
    for (const socket of open) socket.destroy()
  }
  return { refused, answered, sockets, closed } satisfies Slow
}
