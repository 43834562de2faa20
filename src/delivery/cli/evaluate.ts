import { writeFile } from 'node:fs/promises'
import { evaluate as evaluatePlan } from '../../study/evaluate.ts'
import { moneyOf, moneys } from '../../study/money.ts'
import type { NarrowedResult, Result } from '../../study/result.ts'
import { narrowResult } from '../../study/result.ts'
import { withPopulationVariants } from '../../study/variants/population-variants.ts'
import type { Given } from './base/arguments.ts'
import { languages } from './base/arguments.ts'
import type { Io } from './base/io.ts'
import { exitCodes, Stop, writeLines } from './base/io.ts'
import { alternativeIndex, openPlan, variantOf, withFaultsNamed } from './base/scenario-file.ts'
import { paperOf, planPaper } from './paper/paper.ts'
import { firstPlaced } from './paper/ranking.ts'
import type { Paper } from './paper/sheet.ts'
import { verdictOf } from './paper/verdict.ts'
import { csvOf } from './print/csv.ts'

export const evaluateOptions = {
  alternative: 'text',
  variant: 'text',
  variants: ['population'],
  format: ['table', 'json', 'csv'],
  money: moneys,
  'all-years': 'flag',
  out: 'text',
  'require-viable': 'flag',
  lang: languages,
} as const

/** `pfv evaluate`: the plan as a paper, as the result document or as long data. */
export async function evaluate(given: Given, io: Io): Promise<number> {
  const { texts, flags, locale } = given
  const { scenario, document } = await openPlan(given.file, io, locale)
  const { alternative } = texts
  const variant = texts.variant ?? 'base'
  const money = moneyOf(texts.money)
  const built =
    texts.variants === undefined ? undefined : withPopulationVariants(scenario).find((v) => v.id === variant)
  const chosen = built?.scenario ?? variantOf(scenario, variant)
  if (alternative !== undefined) alternativeIndex(chosen, alternative)
  const result = withFaultsNamed(scenario, () =>
    evaluatePlan(scenario, { document, locale, money, populationVariants: texts.variants !== undefined }),
  )
  const wish = { variant, alternative, allYears: flags.has('all-years'), locale, money }
  const paper = paperOf(result, chosen, wish)
  const narrowed = () => narrow(result, { variant: texts.variant, alternative })
  if (texts.format === 'json') await send([`${JSON.stringify(narrowed())}\n`], { io, out: texts.out })
  else if (texts.format === 'csv') await send(csvOf(narrowed()), { io, out: texts.out })
  else await send([`${planPaper(paper, wish).join('\n')}\n`], { io, out: texts.out })
  return flags.has('require-viable') ? judge(paper, alternative, io) : exitCodes.good
}

/** The scenarios and alternatives that were asked for, with what the service answers by default. */
function narrow(
  result: Result,
  wish: { variant: string | undefined; alternative: string | undefined },
): NarrowedResult {
  const variants = result.variants
    .filter((v) => wish.variant === undefined || v.id === wish.variant)
    .map((v) => ({
      ...v,
      alternatives: v.alternatives.filter((a) => wish.alternative === undefined || a.id === wish.alternative),
    }))
  return narrowResult({ ...result, variants }, {})
}

async function send(parts: Iterable<string>, { io, out }: { io: Io; out: string | undefined }): Promise<void> {
  if (out === undefined || out === '-') {
    for (const part of parts) io.stdout.write(part)
    return
  }
  try {
    await writeFile(out, [...parts].join(''))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const why =
      code === 'ENOENT'
        ? 'La carpeta no existe.'
        : code === 'EISDIR'
          ? 'Es una carpeta; escriba el nombre de un archivo.'
          : code === 'EACCES' || code === 'EROFS'
            ? 'No hay permiso para escribir allí.'
            : error instanceof Error
              ? error.message
              : String(error)
    throw new Stop(`No se pudo escribir «${out}». ${why}`)
  }
  io.stderr.write(`Escrito en ${out}\n`)
}

/** A plan is as viable as the alternative asked for or, without one, the first of the ranking. */
function judge(paper: Paper, alternative: string | undefined, io: Io): number {
  const judged = alternative === undefined ? firstPlaced(paper) : paper.alternatives.find((a) => a.id === alternative)
  if (judged?.viable) return exitCodes.good
  writeLines(io.stderr, [judged === undefined ? paper.words.nobody : `${judged.name}: ${verdictOf(judged, paper)}`])
  return exitCodes.notViable
}
