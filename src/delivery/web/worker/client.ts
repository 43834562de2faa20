import type { QuestionName, Questions, Told } from './protocol.ts'

interface Waiting {
  readonly resolve: (answered: unknown) => void
  readonly reject: (error: Error) => void
}

/** A worker with the book, and who waits for its answers. */
interface Line {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
}

/** `front` answers who moves a slider, `aside` searches in the background, so that the first never waits for it. */
export type LineName = 'front' | 'aside'
const lines = new Map<LineName, Line>()
let count = 0

/** The worker is loaded when it is first asked: it carries the whole book. */
function lineOf(name: LineName): Line {
  const known = lines.get(name)
  if (known !== undefined) return known
  const worker = new Worker(new URL('./book.worker.ts', import.meta.url), { type: 'module', name: 'book' })
  const waiting = new Map<number, Waiting>()
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    const one = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.ok) one?.resolve(data.answered)
    else one?.reject(new Error(data.message))
  }
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message))
    waiting.clear()
  }
  const line = { worker, waiting }
  lines.set(name, line)
  return line
}

const stopped = (): DOMException => new DOMException('stopped', 'AbortError')

/** Ends a worker in the middle of what it computes; the next question starts another. */
export function hangUp(name: LineName): void {
  const line = lines.get(name)
  lines.delete(name)
  line?.worker.terminate()
  for (const { reject } of line?.waiting.values() ?? []) reject(stopped())
}

/** Asks the book in the browser. With a signal, the answer is no longer awaited once it is aborted. */
export function ask<N extends QuestionName>(
  name: N,
  asked: Questions[N]['asked'],
  { signal, line = 'front' }: { signal?: AbortSignal; line?: LineName } = {},
): Promise<Questions[N]['answered']> {
  if (signal?.aborted === true) return Promise.reject(stopped())
  count += 1
  const id = count
  const { worker, waiting } = lineOf(line)
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve: resolve as Waiting['resolve'], reject })
    signal?.addEventListener('abort', () => {
      if (waiting.delete(id)) reject(stopped())
    })
    worker.postMessage({ id, name, asked })
  })
}
