/** Where a command reads and writes; a process has its own, a test gives others. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string>
  readonly stdout: Sink
  readonly stderr: Sink
  readonly environment: Readonly<Record<string, string | undefined>>
}

export interface Sink {
  write(text: string): unknown
}

export const exitCodes = Object.freeze({ good: 0, notViable: 1, badInput: 2, fault: 3 })

/** Ends a command with a sentence for people on stderr and an exit code. */
export class Stop extends Error {
  readonly code: number

  constructor(sentence: string, code: number = exitCodes.badInput) {
    super(sentence)
    this.name = 'Stop'
    this.code = code
  }
}

/** Writes lines, the last one ended too. */
export const writeLines = (to: Sink, lines: readonly string[]): void => void to.write(`${lines.join('\n')}\n`)

/** The known name nearest to a misspelt one, within a third of its letters; undefined where none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const scored = known
    .map((k) => ({ k, d: distance(name.toLowerCase(), k.toLowerCase()) }))
    .filter(({ k, d }) => d <= Math.max(1, Math.floor(k.length / 3)))
    .sort((a, b) => a.d - b.d)
  return scored[0]?.k
}

/** Levenshtein's. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(
        (next[j - 1] as number) + 1,
        (row[j] as number) + 1,
        (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[b.length] as number
}

/** «No existe X. ¿Quiso decir Y? Las que hay son …», for anything chosen by its name; a long list is cut. */
export function noSuch(what: string, name: string, known: readonly string[]): Stop {
  const near = nearest(name, known)
  const few = known.length <= 24
  const list = few ? ` Puede escribir: ${known.join(', ')}.` : ''
  return new Stop(`${what} «${name}» no existe.${near === undefined ? '' : ` ¿Quiso decir «${near}»?`}${list}`)
}
