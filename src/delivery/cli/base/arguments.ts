import { parseArgs } from 'node:util'
import type { Locale } from '../../../text/numbers.ts'
import { nearest, Stop } from './io.ts'

/** What an option of a command takes: nothing, any text, one of some words, or several texts. */
export type OptionKind = 'flag' | 'text' | 'list' | readonly string[]
export interface Shape {
  readonly command: string
  readonly file: boolean
  /** The word after the file, such as CHART, where the command takes one. */
  readonly second?: string | undefined
  /** Where the first word is not a file but one of these. */
  readonly words?: readonly string[] | undefined
  readonly options: Readonly<Record<string, OptionKind>>
}

/** The arguments of a command, checked against its shape. */
export interface Given {
  readonly file: string
  readonly second: string
  readonly texts: Readonly<Record<string, string>>
  readonly flags: ReadonlySet<string>
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly locale: Locale
}

export const languages = ['es', 'en'] as const

/** Reads the arguments after a command's name. Throws Stop with what to write instead. */
export function readArguments(argv: readonly string[], shape: Shape): Given {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(shape.options).map(([name, kind]) => [
        name,
        { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
  })
  const texts: Record<string, string> = {}
  const flags = new Set<string>()
  const lists: Record<string, string[]> = {}
  const files: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value)
    if (token.kind !== 'option') continue
    const kind = kindOf(shape, token.rawName, token.name)
    if (kind === 'flag') {
      if (token.value !== undefined) throw new Stop(`La opción ${token.rawName} no lleva valor; escríbala sola.`)
      flags.add(token.name)
      continue
    }
    const value = textOf(kind, token)
    if (kind === 'list') lists[token.name] = [...(lists[token.name] ?? []), value]
    else texts[token.name] = value
  }
  const second = shape.second === undefined ? '' : (files.splice(1, 1)[0] ?? '')
  return { file: fileOf(files, shape), second, texts, flags, lists, locale: texts.lang === 'en' ? 'en' : 'es' }
}

function kindOf(shape: Shape, raw: string, name: string): OptionKind {
  if (Object.hasOwn(shape.options, name)) return shape.options[name] as OptionKind
  const known = Object.keys(shape.options)
  const near = nearest(name, known)
  const hint = near === undefined ? '' : ` ¿Quiso decir --${near}?`
  throw new Stop(`La opción ${raw} no existe en «pfv ${shape.command}».${hint} Vea «pfv ${shape.command} --help».`)
}

function textOf(kind: OptionKind, { rawName, value, inlineValue }: OptionToken): string {
  const words = Array.isArray(kind) ? (kind as readonly string[]) : []
  const example =
    words.length > 0 ? ` Escriba una de estas palabras: ${words.join(', ')}.` : ' Escríbalo después de ella.'
  const swallowed = inlineValue !== true && value?.startsWith('--')
  if (value === undefined || value === '' || swallowed)
    throw new Stop(`A la opción ${rawName} le falta su valor.${example}`)
  if (words.length > 0 && !words.includes(value))
    throw new Stop(`El valor «${value}» no sirve para ${rawName}.${example}`)
  return value
}

interface OptionToken {
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

function fileOf(files: readonly string[], { command, file, words }: Shape): string {
  const [first, extra] = files
  if (words !== undefined && !words.includes(first ?? ''))
    throw new Stop(
      `Falta qué hacer. Escriba una de estas: ${words.map((word) => `pfv ${command} ${word}`).join(' · ')}`,
    )
  if (!file && first !== undefined) throw new Stop(`«pfv ${command}» no lleva archivo; quite «${first}».`)
  if (file && first === undefined)
    throw new Stop(`Falta el archivo del plan. Escriba, por ejemplo: pfv ${command} scenarios/minimal.json`)
  if (extra !== undefined)
    throw new Stop(`«pfv ${command}» lleva un solo archivo; sobra «${extra}». Las opciones empiezan por --.`)
  return first ?? ''
}
