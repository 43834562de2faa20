import { describe, expect, test } from 'vitest'
import { exists, filesUnder, packageOf, read, roomOf, sources, tests, topLevel } from './tidy/files.ts'
import { functionBodies, lineOf } from './tidy/scan.ts'

const all = [...sources, ...tests]
const rank: Readonly<Record<string, number>> = {
  text: 0,
  numeric: 0,
  law: 1,
  formula: 1,
  scenario: 2,
  model: 3,
  study: 4,
  delivery: 5,
}
const pure = sources.filter(({ path }) => roomOf(path) !== 'delivery')

/** Which files may name a package; a package that is not here may not be used. */
const homes: Readonly<Record<string, RegExp>> = {
  zod: /^src\/(law|scenario|delivery\/http)\/|^src\/study\/result\.ts$/,
  '@noble/hashes': /^src\/(scenario|model)\//,
  mathjs: /^src\/formula\//,
  fastify: /^src\/delivery\/http\//,
  '@fastify/compress': /^src\/delivery\/http\/gate\//,
  '@fastify/cors': /^src\/delivery\/http\/gate\//,
  '@fastify/helmet': /^src\/delivery\/http\/gate\//,
  '@fastify/rate-limit': /^src\/delivery\/http\/gate\//,
  '@fastify/under-pressure': /^src\/delivery\/http\/gate\//,
  'prom-client': /^src\/delivery\/http\/gate\//,
  '@fastify/swagger': /^src\/delivery\/http\//,
  '@fastify/swagger-ui': /^src\/delivery\/http\//,
  '@fastify/static': /^src\/delivery\/http\//,
  'fastify-type-provider-zod': /^src\/delivery\/http\//,
  pino: /^src\/delivery\/http\//,
  piscina:
    /^src\/(study\/simulation\/simulation\.worker|delivery\/(jobs\/threads|http\/threads\/(threads|studies\.worker)))\.ts$/,
  preact: /^src\/delivery\/web\//,
  vite: /^src\/delivery\/web\/vite\.config\.ts$/,
  pdfkit: /^src\/delivery\/report\//,
  'svg-to-pdfkit': /^src\/delivery\/report\//,
  hucre: /^src\/delivery\/workbook\/write\.ts$/,
  fflate: /^src\/delivery\/(charts|report|workbook)\//,
  docx: /^src\/delivery\/report\//,
  'chart.js': /^src\/delivery\/(charts|web)\//,
  'chartjs-node-canvas': /^src\/delivery\/charts\//,
  kysely: /^src\/delivery\/(store|jobs)\//,
  libsql: /^src\/delivery\/store\//,
  pg: /^src\/delivery\/store\//,
  'pg-boss': /^src\/delivery\/jobs\//,
  '@napi-rs/canvas': /^src\/delivery\/charts\/canvas\//,
}

/** Where each match stands, as `path:line text`, so that a failure can be clicked on. */
function places(path: string, text: string, pattern: RegExp): string[] {
  return [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].map(
    (match) => `${path}:${lineOf(text, match.index)} ${match[0].trim()}`,
  )
}

describe('who may import whom', () => {
  test('a room imports only rooms to its left', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ file }) => file !== undefined && roomOf(file) !== roomOf(path))
        .filter(({ file = '' }) => !((rank[roomOf(file)] ?? 9) < (rank[roomOf(path)] ?? -1)))
        .map(({ file }) => `${path} imports ${file}`),
    )
    expect(wrong).toEqual([])
  })

  test('charts, workbook, report and store do not know the doors', () => {
    const wrong = sources
      .filter(({ path }) => /^src\/delivery\/(charts|workbook|report|store)\//.test(path))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ file }) => file !== undefined && /^src\/delivery\/(http|cli|web)\//.test(file))
          .map(({ file }) => `${path} imports ${file}`),
      )
    expect(wrong).toEqual([])
  })

  test('a package is used only in the rooms that own it', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier, file }) => file === undefined && !specifier.startsWith('node:'))
        .filter(({ specifier }) => !homes[packageOf(specifier)]?.test(path))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    )
    expect(wrong).toEqual([])
  })

  test('no file loads itself in a circle', () => {
    expect(findCycle()).toBeUndefined()
  })

  test('every relative import names an existing file with its ending, and none is an index', () => {
    const wrong = all.flatMap(({ path, imports }) =>
      imports
        .filter(({ file }) => file !== undefined && !exists(file))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    )
    expect(wrong).toEqual([])
    expect(all.filter(({ path }) => /(^|\/)index\.tsx?$/.test(path)).map(({ path }) => path)).toEqual([])
  })

  test('no file is dead: each is reached from a door', () => {
    const { scripts, bin } = manifest()
    const doors = [...Object.values(scripts), ...Object.values(bin)].flatMap((command) =>
      [...command.matchAll(/(?:src|dist)\/[\w/.-]+\.(?:ts|js)/g)].map(([path]) =>
        path.replace(/^dist/, 'src').replace(/js$/, 'ts'),
      ),
    )
    // Threads are started by the name of their file.
    const threads = filesUnder('src').filter((path) => path.endsWith('.worker.ts'))
    const reached = reachable([...doors, ...threads, 'src/delivery/web/main.tsx'])
    const written = filesUnder('src').filter((path) => /\.(tsx?|json)$/.test(path) && !path.endsWith('tsconfig.json'))
    // A package of its own: it is loaded by its name.
    const own = written.filter((path) => !path.startsWith('src/delivery/charts/canvas/') && !path.endsWith('.d.ts'))
    expect(own.filter((path) => !reached.has(path))).toEqual([])
  })
})

describe('pure rooms', () => {
  test('know no clock, chance, environment, console or module of Node', () => {
    const banned =
      /\bDate\b|\bMath\.random\b|\bprocess\.|\bconsole\.|\bperformance\.|\bcrypto\.|\bfetch\(|\bsetTimeout\(/
    const words = pure.flatMap(({ path, code }) => places(path, code, banned))
    const modules = pure
      .filter(({ path }) => path !== 'src/study/simulation/simulation.worker.ts')
      .flatMap(({ path, imports }) =>
        imports.filter(({ specifier }) => specifier.startsWith('node:')).map(({ specifier }) => `${path} ${specifier}`),
      )
    expect([...words, ...modules]).toEqual([])
  })

  test('no number but 0, 1 and 2 stands in a formula of the book', () => {
    const wrong = sources
      .filter(({ path }) => roomOf(path) === 'model')
      .flatMap(({ path, templates }) =>
        templates
          .filter(({ tag }) => tag === 'eq')
          .flatMap(({ text, line }) =>
            [...text.matchAll(/(?<![\w.])\d[\d.]*(?:e[+-]?\d+)?/gi)]
              .filter(([number]) => !['0', '1', '2'].includes(number))
              .map(([number]) => `${path}:${line} ${number}`),
          ),
      )
    expect(wrong).toEqual([])
  })

  test('code is generated in one place at most, out of the formulas of the book', () => {
    const calls = sources.flatMap(({ path, code }) => places(path, code, /\bnew Function\b|\beval\(/))
    expect(calls.filter((place) => !place.startsWith('src/formula/compile.ts:'))).toEqual([])
    expect(calls.length).toBeLessThanOrEqual(1)
  })
})

describe('sizes', () => {
  test('a file has at most 300 lines', () => {
    const long = all.filter(({ text }) => text.split('\n').length > 301)
    expect(long.map(({ path, text }) => `${path} ${text.split('\n').length - 1}`)).toEqual([])
  })

  test('a function has at most 60 lines', () => {
    const long = all.flatMap(({ path, code, text }) =>
      functionBodies(code)
        .filter(({ length }) => length > 60)
        // A group of tests is a chapter, not a function.
        .filter(({ line }) => !/^\s*describe[.(]/.test(text.split('\n')[line - 1] ?? ''))
        .map(({ line, length }) => `${path}:${line} ${length}`),
    )
    expect(long).toEqual([])
  })

  test('a folder has at most 12 files', () => {
    const counts = new Map<string, number>()
    for (const path of [...filesUnder('src'), ...tests.map((source) => source.path)]) {
      const folder = path.slice(0, path.lastIndexOf('/'))
      counts.set(folder, (counts.get(folder) ?? 0) + 1)
    }
    expect([...counts].filter(([, count]) => count > 12)).toEqual([])
  })
})

describe('words', () => {
  test('no test is skipped, focused or left to do', () => {
    const pattern = /\b(?:it|test|describe)(?:\.\w+)*\.(?:only|skip|todo|fails|skipIf|runIf)\b/
    expect(tests.flatMap(({ path, code }) => places(path, code, pattern))).toEqual([])
  })

  test('no type is given up and no rule is switched off', () => {
    const inCode = all.flatMap(({ path, code }) =>
      places(path, code, /\bas any\b|: any\b|<any>|\bconsole\.(?:log|debug)\b/),
    )
    const inComments = all.flatMap(({ path, comments }) =>
      comments
        .filter(({ text }) => /@ts-|biome-ignore|eslint-disable|\b(?:TODO|FIXME|XXX)\b/.test(text))
        .map(({ line, text }) => `${path}:${line} ${text}`),
    )
    expect([...inCode, ...inComments]).toEqual([])
  })

  test('files are named in small letters with hyphens', () => {
    const named = all.map(({ path }) => path).filter((path) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*[./]?)+$/.test(path))
    expect(named).toEqual([])
  })

  test('no file names a place of one machine', () => {
    const texts = filesUnder('').filter(
      (path) => /\.(?:ts|mjs|json|ya?ml|md|txt|svg)$/.test(path) && !/^package-lock\.json$|^\.ci\//.test(path),
    )
    const machine = /(?:^|[^A-Za-z])\/(?:work|tmp\/[a-z]|root|home\/[a-z]+)\//
    expect(texts.flatMap((path) => places(path, read(path), machine))).toEqual([])
  })
})

describe('the house as a whole', () => {
  test('the top level holds what the customer named, the lock file, the licence and dotfiles', () => {
    const named = [
      ...['src', 'scenarios', 'test', 'openapi', 'package.json', 'package-lock.json', 'tsconfig.json'],
      ...['Dockerfile', 'compose.yaml', 'README.md', 'LICENSE'],
    ]
    expect(topLevel().filter((name) => !name.startsWith('.') && !named.includes(name))).toEqual([])
  })

  test.each(['README.md', 'src/README.md', 'scenarios/README.md'])(
    'paths and scripts that %s names exist',
    (readme) => {
      const text = read(readme)
      const folder = readme.slice(0, readme.lastIndexOf('/') + 1)
      const paths = [...text.matchAll(/(?<![\w/.@])\.?\/?((?:src|test|scenarios|openapi|\.ci)\/[\w./-]*[\w/])/g)].map(
        (m) => m[1] ?? '',
      )
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => `${folder}${match[1] ?? ''}`)
      const bare = [...text.matchAll(/`([\w./-]+\.(?:ts|json|ya?ml|md))`/g)].map((match) => match[1] ?? '')
      const missing = [
        ...[...paths, ...links].filter((path) => !exists(path)),
        ...bare.filter((path) => !exists(path) && !exists(`${folder}${path}`) && !exists(`src/${path}`)),
      ]
      const { scripts } = manifest()
      const called = [...text.matchAll(/\bnpm run (?:-s )?([\w:-]+)|\bnpm (start|test)\b/g)].map(
        (m) => m[1] ?? m[2] ?? '',
      )
      expect(missing).toEqual([])
      expect(called.filter((script) => scripts[script] === undefined)).toEqual([])
    },
  )
})

function manifest(): { scripts: Record<string, string>; bin: Record<string, string> } {
  return JSON.parse(read('package.json')) as ReturnType<typeof manifest>
}

function reachable(doors: readonly string[]): Set<string> {
  const reached = new Set<string>()
  const pending = [...doors]
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (reached.has(path)) continue
    reached.add(path)
    const source = sources.find((candidate) => candidate.path === path)
    for (const { file } of source?.imports ?? []) if (file !== undefined) pending.push(file)
  }
  return reached
}

function findCycle(): string | undefined {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const done = new Set<string>()
  const walk = (path: string, trail: readonly string[]): string | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path].join(' → ')
    if (done.has(path)) return undefined
    for (const { file, typeOnly } of byPath.get(path)?.imports ?? []) {
      const found = file === undefined || typeOnly ? undefined : walk(file, [...trail, path])
      if (found !== undefined) return found
    }
    done.add(path)
    return undefined
  }
  for (const { path } of sources) {
    const found = walk(path, [])
    if (found !== undefined) return found
  }
  return undefined
}
