import { readFileSync } from 'node:fs'
import { main } from '../../../src/delivery/cli/cli.ts'

export const minimalFile = 'scenarios/minimal.json'
export const sanPedroFile = 'scenarios/san-pedro-valle.json'

/** A document of the repository, fresh each time so that a test may change it. */
export const documentOf = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>

/** San Pedro without its variants and with its first and third alternatives only: all that most tests need, and sooner. */
export function shortSanPedro(): string {
  const document = documentOf(sanPedroFile)
  const [first, , third] = document.alternatives as unknown[]
  const plan = { ...(document.plan as object), contingency: [] }
  return JSON.stringify({ ...document, plan, variants: [], alternatives: [first, third] })
}

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

interface Surroundings {
  readonly input?: string | Uint8Array
  readonly environment?: Readonly<Record<string, string>>
}

/** Runs `pfv` in this process and gathers what it writes. */
export async function pfv(
  argv: readonly string[],
  { input = '', environment = {} }: Surroundings = {},
): Promise<Outcome> {
  const written = { out: '', err: '' }
  const sink = (to: 'out' | 'err') => ({
    write: (text: string) => {
      written[to] += text
      return true
    },
  })
  async function* given() {
    yield input
  }
  const code = await main(argv, { stdin: given(), stdout: sink('out'), stderr: sink('err'), environment })
  return { code, ...written }
}
