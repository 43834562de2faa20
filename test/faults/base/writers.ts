import { setTimeout as wait } from 'node:timers/promises'
import { scenarioHash } from '../../../src/scenario/canonical.ts'

/** A version that the service said it had saved. */
export interface Saved {
  readonly id: string
  readonly version: number
  readonly hash: string
}

/** What writers were told while they wrote. */
export interface Written {
  readonly saved: Saved[]
  /** Answers that were not a success, by their status. */
  readonly refused: Map<number, number>
  /** Requests that got no answer. */
  cut: number
}

export const nothingWritten = (): Written => ({ saved: [], refused: new Map(), cut: 0 })

const json = { 'content-type': 'application/json' }

/** A plan at its beginning, every one another, of some kilobytes. */
export const draft = (number: number, bytes = 2000): string =>
  JSON.stringify({ name: `Plan ${number}`, notes: String(number).padEnd(bytes, '.'), at: Math.sin(number) })

/**
 * Writes plans and new versions of them without a pause, several at once, until told to stop; every answer is kept. A
 * writer goes on after a refusal, so that it is seen whether the service comes back.
 */
export function startWriters(address: string, into: Written, { writers = 6, bytes = 2000 } = {}) {
  let going = true
  let number = into.saved.length * 1000
  const count = (status: number): void => void into.refused.set(status, (into.refused.get(status) ?? 0) + 1)
  const send = async (path: string, init: RequestInit): Promise<{ saved: Saved; tag: string } | undefined> => {
    try {
      const answer = await fetch(`${address}${path}`, { ...init, signal: AbortSignal.timeout(30_000) })
      const text = await answer.text()
      if (!answer.ok) {
        count(answer.status)
        await wait(20)
        return undefined
      }
      const { id, version, hash } = JSON.parse(text) as Saved
      into.saved.push({ id, version, hash })
      return { saved: { id, version, hash }, tag: answer.headers.get('etag') ?? '' }
    } catch {
      into.cut += 1
      await wait(20)
      return undefined
    }
  }
  const write = async (): Promise<void> => {
    while (going) {
      number += 1
      let last = await send('/v1/scenarios', { method: 'POST', headers: json, body: draft(number, bytes) })
      for (let version = 2; going && last !== undefined && version <= 5; version += 1) {
        number += 1
        const headers = { ...json, 'if-match': last.tag }
        const path = `/v1/scenarios/${last.saved.id}`
        last = await send(path, { method: 'PUT', headers, body: draft(number, bytes) })
      }
    }
  }
  const done = Promise.all(Array.from({ length: writers }, write))
  return async (): Promise<void> => {
    going = false
    await done
  }
}

interface Kept extends Saved {
  readonly document: unknown
}

/** A service that is busy has not said what it has: it is asked again for a while. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let left = 30; ; left -= 1) {
    const answer = await ask()
    if (answer.status !== 503 || left === 0) return answer
    await answer.arrayBuffer()
    await wait(1000)
  }
}

/** Saved versions that the service no longer has as they were, each by a sentence; hashes are worked out again here. */
export async function missing(address: string, saved: readonly Saved[]): Promise<string[]> {
  const wrong: string[] = []
  const queue = [...saved]
  const check = async (): Promise<void> => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const { id, version, hash } = next
      const answer = await patiently(() => fetch(`${address}/v1/scenarios/${id}/versions/${version}`))
      const text = await answer.text()
      if (!answer.ok) {
        wrong.push(`${id} ${version}: ${answer.status}`)
        continue
      }
      const kept = JSON.parse(text) as Kept
      if (kept.hash !== hash || scenarioHash(kept.document) !== hash) wrong.push(`${id} ${version}: another document`)
    }
  }
  await Promise.all(Array.from({ length: 4 }, check))
  return wrong
}
