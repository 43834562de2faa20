import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { tell } from '../../../src/delivery/http/routes/jobs/events.ts'
import type { Job } from '../../../src/delivery/jobs/job.ts'

const job: Job = {
  ...{ id: 'x', kind: 'portfolio', state: 'running', done: 3, items: 10, attempts: 1, problem: null },
  ...{ resultType: null, createdAt: '2026-01-01T00:00:00.000Z', endedAt: null, expiresAt: null },
}
const ended: Job = { ...job, state: 'done', done: 10 }

class Sink {
  readonly texts: string[] = []
  writableNeedDrain = false
  write(text: string): void {
    this.texts.push(text)
  }
  ids(): (string | undefined)[] {
    return this.texts.map((text) => /^id: (.*)$/m.exec(text)?.[1]).filter((id) => id !== undefined)
  }
}

/** Tells of a job that stands as each of these in turn, and as the last for ever. */
function telling(steps: readonly Job[], { last = '', heartbeat = 60_000 } = {}) {
  const sink = new Sink()
  const control = new AbortController()
  let step = 0
  const find = async (): Promise<Job> => {
    const now = steps[Math.min(step, steps.length - 1)] ?? job
    step += 1
    return now
  }
  const { signal } = control
  const done = tell(sink, { signal, locale: 'es', last, find, look: 1, heartbeat })
  return { sink, control, done, looks: () => step }
}

test('each move is told once, and the last state ends the stream', async () => {
  const { sink, done } = telling([job, job, { ...job, done: 4 }, ended])
  await done
  expect(sink.ids()).toEqual(['running-1-3', 'running-1-4', 'done-1-10'])
  expect(sink.texts[0]).toBe('retry: 2000\n\n')
  expect(sink.texts.at(-1)).toMatch(/^id: done-1-10\nevent: end\ndata: \{"id":"x".*\}\n\n$/)
})

test('who comes back hears only what came after the last event that it has, and always the end', async () => {
  const back = telling([job, ended], { last: 'running-1-3' })
  await back.done
  expect(back.sink.ids()).toEqual(['done-1-10'])
  const late = telling([ended], { last: 'done-1-10' })
  await late.done
  expect(late.sink.ids()).toEqual(['done-1-10'])
})

test('a job that does not move is kept alive by comments', async () => {
  const { sink, control, done } = telling([job], { heartbeat: 3 })
  await expect.poll(() => sink.texts.filter((text) => text.startsWith(': ')).length).toBeGreaterThan(3)
  control.abort()
  await expect(done).rejects.toThrow()
  expect(sink.ids()).toEqual(['running-1-3'])
})

test('a listener that is slower than the job skips states, but not the last', async () => {
  const steps = [job, ...[4, 5, 6, 7, 8].map((at) => ({ ...job, done: at })), ended]
  const { sink, done } = telling(steps)
  sink.writableNeedDrain = true
  await done
  expect(sink.ids()).toEqual(['done-1-10'])
})

test('a listener that goes away leaves no timer and no listener, and the job is not looked at any more', async () => {
  const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
  const before = timers()
  const all = Array.from({ length: 20 }, () => telling([job]))
  await expect.poll(() => all.every(({ looks }) => looks() > 2)).toBe(true)
  expect(timers()).toBeGreaterThan(before)
  for (const { control } of all) control.abort()
  await Promise.allSettled(all.map(({ done }) => done))
  const looked = all.map(({ looks }) => looks())
  expect(all.flatMap(({ control }) => getEventListeners(control.signal, 'abort'))).toEqual([])
  await expect.poll(timers).toBeLessThanOrEqual(before + 1)
  expect(all.map(({ looks }) => looks())).toEqual(looked)
})
