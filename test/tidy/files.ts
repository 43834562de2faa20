import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Scan } from './scan.ts'
import { scan } from './scan.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Folders that are made, not written: what .gitignore names, and git's own. */
const made = new Set(['.git', ...readLines('.gitignore').map((line) => line.replace(/\/$/, ''))])

function readLines(path: string): string[] {
  return readFileSync(join(root, path), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
}

/** Paths of all files under a folder, relative to the repository and with forward slashes. */
export function filesUnder(folder: string): string[] {
  const absolute = join(root, folder)
  if (!existsSync(absolute)) return []
  return readdirSync(absolute, { withFileTypes: true })
    .filter((entry) => !made.has(entry.name))
    .flatMap((entry) => {
      const path = relative(root, join(absolute, entry.name)).split(sep).join('/')
      return entry.isDirectory() ? filesUnder(path) : [path]
    })
    .sort()
}

export const topLevel = (): string[] =>
  readdirSync(root)
    .filter((name) => !made.has(name))
    .sort()
export const read = (path: string): string => readFileSync(join(root, path), 'utf8')
export const exists = (path: string): boolean => existsSync(join(root, path))

export interface Import {
  readonly specifier: string
  /** The file of the repository it leads to, if it is one. */
  readonly file: string | undefined
  /** Erased before anything runs, so it cannot load in a circle. */
  readonly typeOnly: boolean
}

export interface Source extends Scan {
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
}

const patterns = [
  /\b(?:import|export)\b[^'"`;]*?\bfrom\s*'([^']+)'/g,
  /\bimport\s*'([^']+)'/g,
  /\bimport\s*\(\s*'([^']+)'/g,
  /\bnew URL\s*\(\s*'(\.[^']+\.[jt]s)'/g,
]

/** What a file imports, statically, dynamically or by address; strings that only look like it are left out. */
function importsOf(path: string, text: string, code: string): Import[] {
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)])
  return found
    .filter((match) => code[match.index] !== ' ')
    .map((match) => {
      const specifier = match[1] ?? ''
      const file = specifier.startsWith('.') ? join(dirname(path), specifier).split(sep).join('/') : undefined
      return { specifier, file, typeOnly: /^(?:import|export)\s+type\b/.test(match[0]) }
    })
}

function readSource(path: string): Source {
  const text = read(path)
  const scanned = scan(text)
  return { path, text, ...scanned, imports: importsOf(path, text, scanned.code) }
}

const isScript = (path: string): boolean => /\.tsx?$/.test(path)

export const sources: readonly Source[] = filesUnder('src').filter(isScript).map(readSource)
export const tests: readonly Source[] = filesUnder('test').filter(isScript).map(readSource)

/** Name of a package, without the path inside it. */
export const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

export const roomOf = (path: string): string => path.split('/')[1] ?? ''
