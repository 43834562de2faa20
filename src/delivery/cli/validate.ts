import type { Filling } from '../../study/diagnosis/completeness.ts'
import { completenessOf } from '../../study/diagnosis/completeness.ts'
import type { Given } from './base/arguments.ts'
import { languages } from './base/arguments.ts'
import type { Io } from './base/io.ts'
import { exitCodes, writeLines } from './base/io.ts'
import { openPlan } from './base/scenario-file.ts'
import { hanging } from './print/grid.ts'

export const validateOptions = { complete: 'flag', lang: languages } as const

/** `pfv validate`: says that a plan can be evaluated and what its reader should know; the problems stop it before. */
export async function validate({ file, flags, locale }: Given, io: Io): Promise<number> {
  const { document, scenario, warnings } = await openPlan(file, io, locale)
  const counts = [
    scenario.territory.municipalities.length,
    scenario.alternatives.length,
    scenario.variants.length,
  ] as const
  const words = locale === 'es' ? spanish : english
  writeLines(io.stdout, [
    words.valid(scenario.name),
    `  ${words.counts(...counts)}`,
    `  ${words.years(scenario.baseYear, scenario.baseYear + scenario.horizon.financial)}`,
    ...(warnings.length > 0 ? ['', words.warnings(warnings.length)] : []),
    ...warnings.flatMap((w) => ['', `  ${w.pointer || '/'}`, ...hanging('    ', w[locale], 110)]),
    ...(flags.has('complete') ? ['', ...completeLines(document, locale)] : []),
  ])
  return exitCodes.good
}

/** Every numeral of chapters 5–14: a mark, its name, and where to write what is missing. */
function completeLines(document: unknown, locale: Given['locale']): string[] {
  const words = locale === 'es' ? spanish : english
  const found = completenessOf(document)
  const count = (status: Filling) => found.filter((n) => n.status === status).length
  return [
    words.complete(count('filled') + count('computed'), found.length - count('notApplicable')),
    ...found.flatMap(({ numeral, status, missing, ...names }) => [
      `  ${marks[status]} ${numeral.padEnd(6)} ${names[locale].padEnd(46)} ${words[status]}`,
      ...missing.slice(0, shown).map((pointer) => `             ${words.write} ${pointer}`),
      ...(missing.length > shown ? [`             ${words.more(missing.length - shown)}`] : []),
    ]),
  ]
}

const marks: Readonly<Record<Filling, string>> = { filled: '●', computed: '●', missing: '○', notApplicable: '–' }
const shown = 3

const spanish = {
  valid: (name: string) => `✓ El plan «${name}» se puede evaluar.`,
  counts: (m: number, a: number, v: number) => `Municipios: ${m} · alternativas: ${a} · escenarios distintos: ${v}`,
  years: (from: number, to: number) => `Año base ${from} · horizonte financiero ${from}–${to}`,
  complete: (done: number, all: number) => `Numerales de los capítulos 5 a 14: ${done} de ${all} completos`,
  filled: 'diligenciado',
  computed: 'calculado',
  missing: 'falta',
  notApplicable: 'no aplica: va en el texto del plan',
  write: 'escriba',
  more: (n: number) => `y ${n} más`,
  warnings: (n: number) =>
    n === 1 ? 'Una advertencia, que no impide evaluar:' : `${n} advertencias, que no impiden evaluar:`,
}
const english: typeof spanish = {
  valid: (name) => `✓ The plan "${name}" can be evaluated.`,
  counts: (m, a, v) => `Municipalities: ${m} · alternatives: ${a} · other scenarios: ${v}`,
  years: (from, to) => `Base year ${from} · financial horizon ${from}–${to}`,
  complete: (done, all) => `Numerals of chapters 5 to 14: ${done} of ${all} complete`,
  filled: 'filled',
  computed: 'computed',
  missing: 'missing',
  notApplicable: 'not applicable: goes in the text of the plan',
  write: 'write',
  more: (n) => `and ${n} more`,
  warnings: (n) => (n === 1 ? 'One warning, which does not stop it:' : `${n} warnings, which do not stop it:`),
}
