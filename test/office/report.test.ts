import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Heading } from '../../src/delivery/report/document.ts'
import { headingsOf } from '../../src/delivery/report/document.ts'
import { extractPdf } from '../../src/delivery/report/extract.ts'
import { pdfOf } from '../../src/delivery/report/pdf/pdf.ts'
import { documentOf, reportOf } from '../../src/delivery/report/report.ts'
import { readPlan } from '../../src/study/read-plan.ts'
import { runAlternative } from '../../src/study/run.ts'
import { readSimulation } from '../../src/study/simulation/read.ts'
import { simulate } from '../../src/study/simulation/simulation.ts'
import { extractEntities } from '../../src/study/statements/provider-extract.ts'

const folder = mkdtempSync(join(tmpdir(), 'report-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const scenarios = new URL('../../scenarios/', import.meta.url)

function plan(name: string) {
  const document: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, scenarios), 'utf8'))
  const read = readPlan(document)
  if (!read.ok) throw new Error(read.problems[0]?.es)
  return { scenario: read.scenario, document }
}

function saved(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const run = (program: string, ...words: string[]): string =>
  execFileSync(program, words, { encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'ignore'] })
const pagesOf = (path: string): string[] => run('pdftotext', '-layout', path, '-').split('\f').slice(0, -1)
const plainText = (text: string): string => text.replaceAll(/\s+/gu, ' ')

const pageOfText = (pages: readonly string[], from: number, text: string): boolean =>
  plainText(pages[from - 1] ?? '').includes(text)

/** Headings and where the contents say that they stand, in order. */
function expectContents(pages: readonly string[], headings: readonly Heading[]): void {
  const [first = 0] = pages.flatMap((page, i) => (/^\s*Resumen para decidir\s*$/mu.test(page) ? [i] : []))
  const contents = plainText(pages.slice(1, first).join(' '))
  let from = 0
  for (const { level, text } of headings) {
    if (level > 2) continue
    const at = contents.indexOf(text, from)
    expect([text, at >= 0]).toEqual([text, true])
    const number = Number(/^[\s.]*(\d+)/u.exec(contents.slice(at + text.length))?.[1])
    from = at + text.length
    expect([text, number, pageOfText(pages, number, text)]).toEqual([text, number, true])
  }
}

function expectNoOrphans(path: string, pages: readonly string[], all: readonly Heading[]): void {
  const headings = new Set(all.map(({ text }) => plainText(text)))
  for (const [at, page] of pages.slice(3).entries()) {
    const lines = page.split('\n').map((line) => plainText(line).trim())
    const body = lines.filter((line) => line !== '' && !/^página \d+ de \d+$/u.test(line))
    // the running head and something to read, or a chart, whose letters are drawn as lines
    if (body.length > 2 && !headings.has(body.at(-1) ?? '')) continue
    expect(inkBelowText(path, at + 4), page).toBeGreaterThan(300)
  }
}

/** Dark points at 20 to the inch between a page's last words and its foot: a chart has hundreds, nothing has none. */
function inkBelowText(path: string, page: number): number {
  const here = ['-f', String(page), '-l', String(page)]
  const lowest = [...run('pdftotext', '-bbox', ...here, path, '-').matchAll(/yMax="([\d.]+)"/gu)].map(([, y]) =>
    Number(y),
  )
  const foot = Math.max(...lowest)
  const text = Math.max(...lowest.filter((y) => y < foot))
  const [from, to] = [text, foot - 20].map((points) => Math.ceil((points / 72) * 20)) as [number, number]
  const asked = ['-r', '20', '-gray', '-y', String(from + 1), '-H', String(to - from), ...here, path]
  const { stdout } = spawnSync('pdftoppm', asked, { maxBuffer: 1e8 })
  return stdout.subarray(15).filter((level) => level < 200).length
}

describe.each(['minimal', 'regional'])('the PDF of the plan %s', async (name) => {
  const source = plan(name)
  const tree = documentOf(source, { locale: 'es' })
  const bytes = await pdfOf(tree)
  const path = saved(`${name}.pdf`, bytes)
  const pages = pagesOf(path)
  const headings = headingsOf(tree)

  test('is tagged, in Spanish, with its title and all fonts embedded', () => {
    const info = run('pdfinfo', path)
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toContain(`Plan Financiero Viable: ${source.scenario.name}`)
    const fonts = run('pdffonts', path).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) expect(font).toMatch(/\s+yes yes yes\s+\d+\s+\d+$/)
    const structure = run('pdfinfo', '-struct', path)
    for (const tag of ['Document', 'H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'Figure', 'TOC'])
      expect(structure).toContain(tag)
  })

  test('numbers every page and names in its contents the page that holds each heading', () => {
    expect(plainText(pages[1] ?? '')).toContain(`página 2 de ${pages.length}`)
    expectContents(pages, headings)
  })

  test('leaves no page empty and no heading alone at the foot of a page', () => expectNoOrphans(path, pages, headings))

  test('writes accents, ñ and every sign as themselves, and no empty boxes', () => {
    const text = pages.join('\n')
    for (const word of ['Diagnóstico', 'año', 'Jerarquización', 'm³']) expect(text).toContain(word)
    expect(text).not.toMatch(/[\ufffd\u25a1]/u)
  })

  test('has the same bytes twice', async () => {
    const again = await pdfOf(tree)
    expect(Buffer.compare(Buffer.from(bytes), Buffer.from(again))).toBe(0)
  })
})

test('another evaluation of the same plan has the same bytes', async () => {
  const [one, two] = [await minimalPdf(), await minimalPdf()]
  expect(Buffer.compare(Buffer.from(one), Buffer.from(two))).toBe(0)
})

const minimalPdf = (): Promise<Uint8Array> => reportOf(plan('minimal'), { format: 'pdf', locale: 'es' })

test('a report with a simulation tells its draws and its seed', async () => {
  const source = plan('minimal')
  const read = readSimulation(source.scenario, { draws: 30, seed: 7 }, 30)
  if (!read.ok) throw new Error(read.problems[0]?.es)
  const simulation = await simulate(read.job)
  const path = saved('simulated.pdf', await reportOf(source, { format: 'pdf', locale: 'es', simulation }))
  const text = plainText(pagesOf(path).join(' '))
  expect(text).toContain('30 sorteos, semilla 7.')
  expect(text).toContain('Probabilidad de ser viable')
  expect(text).not.toContain('No se pidió simulación')
})

describe('the DOCX of a plan', async () => {
  const source = plan('minimal')
  const bytes = await reportOf(source, { format: 'docx', locale: 'es' })

  test('opens in LibreOffice and has its chapters', () => {
    const path = saved('word.docx', bytes)
    run(
      'soffice',
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      path,
    )
    const text = plainText(pagesOf(join(folder, 'word.pdf')).join(' '))
    for (const word of ['1. Organización municipal', '8. Plan de contingencias', 'página 2 de'])
      expect(text).toContain(word)
    expectContents(pagesOf(join(folder, 'word.pdf')), headingsOf(documentOf(source, { locale: 'es' })))
  })

  test('has the same bytes twice', async () => {
    const again = await reportOf(source, { format: 'docx', locale: 'es' })
    expect(Buffer.compare(Buffer.from(bytes), Buffer.from(again))).toBe(0)
  })
})

test.each(extractEntities(runAlternative(plan('entities').scenario, 0)))(
  'the extract for %s is a tagged PDF that names it',
  async (entity) => {
    const { scenario, document } = plan('entities')
    const path = saved('extract.pdf', await extractPdf({ scenario, document }, { entity, locale: 'es' }))
    expect(run('pdfinfo', path)).toMatch(/Tagged:\s+yes/)
    const text = plainText(pagesOf(path).join(' '))
    expect(text).toContain('Extracto para el prestador')
    expect(text).toContain(scenario.name)
  },
)
