import { ApiProblem, call } from '../../state/api.ts'

interface Job {
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly progress: number
  readonly problem: { readonly message: string } | null
  readonly links: { readonly self: string; readonly events: string; readonly result: string | null }
}

interface Followed {
  readonly signal: AbortSignal
  readonly tell: (done: number) => void
}

/** Hands in a long study as a job, follows how far it is and gives its result; a stop cancels it at the service too. */
export async function workOf<T>(path: string, body: unknown, { signal, tell }: Followed): Promise<T> {
  const accepted = (await (await call(path, { body, signal })).json()) as Job
  const cancel = (): void => {
    // It may have ended meanwhile, which is as good as cancelled.
    call(accepted.links.self, { method: 'DELETE' }).catch(() => undefined)
  }
  signal.addEventListener('abort', cancel)
  try {
    const ended = await followed(accepted, { signal, tell })
    if (ended.links.result === null) {
      throw new ApiProblem(500, { title: ended.state, detail: ended.problem?.message ?? ended.state })
    }
    return (await (await call(ended.links.result, { signal })).json()) as T
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

function followed(job: Job, { signal, tell }: Followed): Promise<Job> {
  return new Promise((resolve, reject) => {
    const events = new EventSource(job.links.events)
    const close = (): void => {
      events.close()
      signal.removeEventListener('abort', stop)
    }
    const stop = (): void => {
      close()
      reject(new DOMException('stopped', 'AbortError'))
    }
    signal.addEventListener('abort', stop)
    if (signal.aborted) return stop()
    events.addEventListener('progress', ({ data }) => tell((JSON.parse(String(data)) as Job).progress))
    events.addEventListener('end', ({ data }) => {
      close()
      resolve(JSON.parse(String(data)) as Job)
    })
  })
}
