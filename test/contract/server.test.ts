import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

function start(environment: Record<string, string>): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/delivery/http/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, ...environment },
  })
  let text = ''
  const add = (chunk: Buffer): void => {
    text += chunk.toString()
  }
  child.stdout?.on('data', add)
  child.stderr?.on('data', add)
  return { child, said: () => text }
}

test('the service prints where it is, answers, and ends well on SIGTERM', async () => {
  const { child, said } = start({ PORT: '0', LOG_LEVEL: 'warn', PFV_DATA: 'memory' })
  const ended = once(child, 'exit')
  try {
    await expect.poll(said, { timeout: 20_000, interval: 50 }).toContain('/docs')
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said())?.[0] ?? ''
    const answer = await fetch(`${address}/health/live`)
    expect(await answer.json()).toEqual({ status: 'ok' })
  } finally {
    child.kill('SIGTERM')
  }
  expect(await ended).toEqual([0, null])
})

test('on an address that others reach the service does not start without a key, and says how one is made', async () => {
  const { child, said } = start({ PORT: '0', HOST: '0.0.0.0', PFV_DATA: 'memory' })
  const [code] = await once(child, 'close')
  expect(code).toBe(2)
  expect(said()).toContain('pfv keys create')
})

test('a start with a bad environment stops with a sentence and without a stack', async () => {
  const { child, said } = start({ PFV_BODYLIMIT: '5 MB' })
  const [code] = await once(child, 'close')
  expect(code).toBe(2)
  expect(said()).toContain('La variable de entorno PFV_BODYLIMIT no existe')
  expect(said()).not.toMatch(/ at .*\.ts:\d+/)
})
