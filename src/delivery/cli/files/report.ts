import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Scenario } from '../../../scenario/scenario.ts'
import { moneyOf, moneys } from '../../../study/money.ts'
import { readSimulation } from '../../../study/simulation/read.ts'
import { simulate } from '../../../study/simulation/simulation.ts'
import type { Simulation } from '../../../study/simulation/summary.ts'
import { planOf } from '../../report/base/context.ts'
import { planHtmlOf, reportOf, UnknownInPlan } from '../../report/report.ts'
import type { Given } from '../base/arguments.ts'
import { languages } from '../base/arguments.ts'
import type { Io } from '../base/io.ts'
import { exitCodes, noSuch, Stop } from '../base/io.ts'
import { openPlan, problemLines } from '../base/scenario-file.ts'

export const reportOptions = {
  o: 'text',
  out: 'text',
  alternative: 'text',
  variant: 'text',
  money: moneys,
  draws: 'text',
  seed: 'text',
  locale: languages,
  lang: languages,
} as const

const mostDraws = 10_000

/** `pfv report`: el informe del Plan Financiero Viable en un archivo PDF, DOCX o HTML, por su terminación. */
export async function report({ file, texts, locale: spoken }: Given, io: Io): Promise<number> {
  const out = texts.o ?? texts.out
  if (out === undefined) throw new Stop('Falta dónde escribirlo. Escriba, por ejemplo: -o informe.pdf')
  const ending = extname(out).toLowerCase()
  if (!['.pdf', '.docx', '.html'].includes(ending)) throw new Stop(`«${out}» debe terminar en .pdf, .docx o .html.`)
  const locale = texts.locale === 'en' ? 'en' : texts.locale === 'es' ? 'es' : spoken
  const { scenario, document } = await openPlan(file, io, spoken)
  const { alternative, variant } = texts
  const simulation = await simulated(scenario, texts, spoken)
  const asked = { locale, money: moneyOf(texts.money), alternative, variant, simulation }
  const source = { scenario, document }
  const written =
    ending === '.html'
      ? planHtmlOf(source, asked)
      : reportOf(source, { ...asked, format: ending === '.pdf' ? 'pdf' : 'docx' })
  const bytes = await written.catch((error: unknown) => {
    if (!(error instanceof UnknownInPlan)) throw error
    throw noSuch(error.field === 'variant' ? 'El escenario' : 'La alternativa', texts[error.field] ?? '', error.known)
  })
  await writeFile(out, bytes).catch((error: unknown) => {
    throw new Stop(`No se pudo escribir «${out}»: ${error instanceof Error ? error.message : String(error)}`)
  })
  return exitCodes.good
}

async function simulated(
  scenario: Scenario,
  { draws, seed, variant }: Given['texts'],
  locale: Given['locale'],
): Promise<Simulation | undefined> {
  if (draws === undefined) return undefined
  const plan = planOf(scenario, variant ?? 'base')
  const read = readSimulation(plan, { draws: Number(draws), seed: Number(seed ?? 1) }, mostDraws)
  if (!read.ok) throw new Stop(problemLines(read.problems, locale).join('\n'))
  return simulate(read.job)
}
