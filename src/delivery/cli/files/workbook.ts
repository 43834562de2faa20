import { readFile, stat, writeFile } from 'node:fs/promises'
import { cellProblems, workbookProblems } from '../../../text/workbook/problems.ts'
import { comparisonWorkbook } from '../../workbook/comparison.ts'
import { importWorkbook } from '../../workbook/import.ts'
import { mostBytes } from '../../workbook/open.ts'
import { workbookOf } from '../../workbook/plan-workbook.ts'
import { templateWorkbook } from '../../workbook/template.ts'
import { xlsxOf } from '../../workbook/write.ts'
import type { Given } from '../base/arguments.ts'
import { languages } from '../base/arguments.ts'
import type { Io } from '../base/io.ts'
import { exitCodes, noSuch, Stop } from '../base/io.ts'
import { openPlan, problemLines, withFaultsNamed } from '../base/scenario-file.ts'

export const workbookOptions = {
  o: 'text',
  out: 'text',
  alternative: 'text',
  variant: 'text',
  money: ['current', 'baseYear'],
  comparison: 'flag',
  lang: languages,
} as const
export const importOptions = { o: 'text', out: 'text', template: 'flag', lang: languages } as const

const outOf = ({ texts }: Given, ending: string): string => {
  const out = texts.o ?? texts.out
  if (out === undefined) throw new Stop(`Falta dónde escribir. Escriba, por ejemplo: -o plan${ending}`)
  if (!out.toLowerCase().endsWith(ending)) throw new Stop(`«${out}» debe terminar en ${ending}.`)
  return out
}

const written = (out: string, content: Uint8Array | string): Promise<void> =>
  writeFile(out, content).catch((error: unknown) => {
    throw new Stop(`No se pudo escribir «${out}»: ${error instanceof Error ? error.message : String(error)}`)
  })

/** `pfv workbook`: an alternative as a workbook of live formulas, or the comparison of all of them. */
export async function workbook(given: Given, io: Io): Promise<number> {
  const { file, texts, flags, locale } = given
  const out = outOf(given, '.xlsx')
  const source = await openPlan(file, io, locale)
  if (flags.has('comparison')) {
    await written(out, await xlsxOf(withFaultsNamed(source.scenario, () => comparisonWorkbook(source, locale))))
    return exitCodes.good
  }
  const money = texts.money === 'baseYear' ? 'baseYear' : 'current'
  const built = await withFaultsNamed(source.scenario, () =>
    workbookOf(source, { alternative: texts.alternative, variant: texts.variant, locale, money }),
  )
  if (!built.ok && built.field === 'size') throw new Stop(cellProblems.size[locale])
  if (!built.ok) {
    const what = built.field === 'alternative' ? 'La alternativa' : 'El escenario'
    throw noSuch(what, texts[built.field] ?? '', built.known)
  }
  await written(out, built.bytes)
  return exitCodes.good
}

/** `pfv import`: the scenario of a workbook of ours; with --template, a blank workbook instead. */
export async function importPlan(given: Given, _io: Io): Promise<number> {
  const { file, flags, locale } = given
  if (flags.has('template')) {
    await written(file, await xlsxOf(templateWorkbook(locale)))
    return exitCodes.good
  }
  const out = outOf(given, '.json')
  const bytes = await openedBytes(file, locale)
  const read = await importWorkbook(bytes)
  if (!read.ok) throw new Stop(problemLines(read.problems, locale).join('\n'))
  await written(out, `${JSON.stringify(read.document, null, 2)}\n`)
  return exitCodes.good
}

async function openedBytes(file: string, locale: 'es' | 'en'): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size > mostBytes) throw new Stop(workbookProblems['too-large'][locale])
    return await readFile(file)
  } catch (error) {
    if (error instanceof Stop) throw error
    throw new Stop(`No se pudo leer «${file}»: ${error instanceof Error ? error.message : String(error)}`)
  }
}
