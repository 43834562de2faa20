import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = new URL('../../../src/numeric/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
const example = /@example (.+) \/\/ (.+)$/gm

async function run(code: string, file: string): Promise<unknown> {
  const module: Record<string, unknown> = await import(new URL(file, folder).href)
  const evaluate = new Function(...Object.keys(module), `return (${code})`)
  return evaluate(...Object.values(module))
}

describe.each(files)('the examples of %s', (file) => {
  const text = readFileSync(new URL(file, folder), 'utf8')
  const examples = [...text.matchAll(example)]

  it('stand beside each exported function and are true', async () => {
    expect(examples.length).toBe([...text.matchAll(/^export function /gm)].length)
    for (const [, code, answer] of examples) expect(await run(code!, file)).toEqual(await run(answer!, file))
  })
})
