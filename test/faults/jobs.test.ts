import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { municipalities } from '../bench/municipalities.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'pfv-jobs-'))
const patience = { timeout: 100_000, interval: 20 }
const children: ChildProcess[] = []

afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function serve(): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/delivery/http/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, PFV_DATA: folder, PORT: '0', PFV_WORKERS: '1', LOG_LEVEL: 'warn' },
  })
  children.push(child)
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  await expect.poll(() => text, patience).toContain('/docs')
  return { child, address: /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? '' }
}

interface State {
  readonly state: string
  readonly progress: number
  readonly attempts: number
}

const read = async (address: string): Promise<State> => (await (await fetch(address)).json()) as State

async function ask(address: string): Promise<string> {
  const answer = await fetch(`${address}/v1/portfolios`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ items: municipalities(300, 3) }),
  })
  expect(answer.status).toBe(202)
  return answer.headers.get('location') ?? ''
}

test('a service that is killed in the middle of a job ends it after it starts again, with the same result', async () => {
  const first = await serve()
  const undisturbed = await ask(first.address)
  await expect.poll(async () => (await read(first.address + undisturbed)).state, patience).toBe('done')
  const expected = await (await fetch(`${first.address}${undisturbed}/result`)).text()

  const killed = await ask(first.address)
  await expect.poll(async () => (await read(first.address + killed)).progress, patience).toBeGreaterThan(0)
  // Some parts are done and others are not, however fast the machine.
  expect((await read(first.address + killed)).progress).toBeLessThan(1)
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')

  const second = await serve()
  expect((await read(second.address + killed)).progress).toBeLessThan(1)
  await expect.poll(async () => (await read(second.address + killed)).state, patience).toBe('done')
  expect((await read(second.address + killed)).attempts).toBe(2)
  expect(await (await fetch(`${second.address}${killed}/result`)).text()).toBe(expected)
  second.child.kill('SIGTERM')
  expect(await once(second.child, 'exit')).toEqual([0, null])
}, 300_000)
