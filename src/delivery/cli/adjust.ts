import type { Adjustment } from '../../study/adjustment/adjustment.ts'
import { adjust as adjustPlan } from '../../study/adjustment/adjustment.ts'
import type { LeverAsked, LeverId } from '../../study/adjustment/levers.ts'
import { leverIds } from '../../study/adjustment/levers.ts'
import type { Locale } from '../../text/numbers.ts'
import { leverNames, leverValue } from '../../text/studies/adjustment.ts'
import type { Given } from './base/arguments.ts'
import { languages } from './base/arguments.ts'
import type { Io } from './base/io.ts'
import { exitCodes, noSuch, Stop, writeLines } from './base/io.ts'
import { alternativeIndex, openPlan, problemLines, variantOf, withFaultsNamed } from './base/scenario-file.ts'
import type { GridRow } from './print/grid.ts'
import { grid, hanging, heading } from './print/grid.ts'

export const adjustOptions = {
  alternative: 'text',
  lever: 'list',
  variant: 'text',
  format: ['table', 'json'],
  lang: languages,
} as const

const numbers = ['weight', 'min', 'max', 'yearlyRise'] as const

/** `pfv adjust`: el menor cambio que hace viable una alternativa [11.3]. */
export async function adjust({ file, texts, lists, locale }: Given, io: Io): Promise<number> {
  const levers = (lists.lever ?? []).map(leverOf)
  if (levers.length === 0)
    throw new Stop(`Diga qué se puede mover, por ejemplo: --lever tariff. Puede ser: ${leverIds.join(', ')}.`)
  if (texts.alternative === undefined) throw new Stop('Falta la alternativa que se ajusta. Escriba --alternative A.')
  const plan = await openPlan(file, io, locale)
  const scenario = variantOf(plan.scenario, texts.variant ?? 'base')
  alternativeIndex(scenario, texts.alternative)
  const { alternative } = texts
  const answer = withFaultsNamed(scenario, () => adjustPlan(scenario, { alternative, levers }))
  if (!answer.ok) throw new Stop(problemLines(answer.problems, locale).join('\n'))
  const { adjustment } = answer
  if (texts.format === 'json') io.stdout.write(`${JSON.stringify(asJson(adjustment, locale))}\n`)
  else writeLines(io.stdout, [...heading(scenario.name, '═'), '', ...page(adjustment, locale)])
  return exitCodes.good
}

/** `tariff`, or `tariff:weight=2,max=1.5`. */
function leverOf(text: string): LeverAsked {
  const [name = '', details = ''] = text.split(':', 2)
  const lever = leverIds.find((id): id is LeverId => id === name)
  if (lever === undefined) throw noSuch('La palanca', name, leverIds)
  const asked: Record<string, string | number> = {}
  for (const pair of details.split(',').filter((p) => p !== '')) {
    const [key = '', value = ''] = pair.split('=', 2)
    const known = numbers.find((n) => n === key)
    if (key === 'item') asked[key] = value
    else if (known === undefined) throw noSuch('El detalle', key, [...numbers, 'item'])
    else if (value.trim() === '' || !Number.isFinite(Number(value)) || Number(value) < 0)
      throw new Stop(`El valor «${value}» no sirve para ${key}. Escriba un número de 0 en adelante, con punto decimal.`)
    else asked[key] = Number(value)
  }
  return { ...asked, lever }
}

function asJson(adjustment: Adjustment, locale: Locale) {
  const tests = (list: Adjustment['failing']) => list.map((t) => ({ ...t, message: t.message[locale] }))
  const { before, failing, message } = adjustment
  return { ...adjustment, before: tests(before), failing: tests(failing), message: message[locale] }
}

function page(adjustment: Adjustment, locale: Locale): string[] {
  const { alternative, viable, before, levers, message } = adjustment
  const es = locale === 'es'
  const rows = levers.map((l): GridRow => {
    const name = `${leverNames[l.lever]?.[locale] ?? l.lever}${l.item === null ? '' : ` (${l.item})`}`
    return { cells: [name, ...[l.before, l.after, l.change].map((x) => leverValue(x, l, locale))] }
  })
  const heads = es ? ['Qué se mueve', 'Hoy', 'Ajustado', 'Cambio'] : ['What moves', 'Today', 'Adjusted', 'Change']
  const columns = heads.map((head, i) => ({ head, align: i === 0 ? ('left' as const) : ('right' as const) }))
  const failed = before.flatMap((t) => hanging('  ✗ ', t.message[locale], 110))
  return [
    `${es ? 'Alternativa' : 'Alternative'}: ${alternative}`,
    ...(failed.length > 0 ? ['', es ? 'Hoy no se cumple:' : 'Today these fail:', ...failed] : []),
    '',
    ...hanging('', message[locale], 110),
    ...(viable ? ['', ...grid(columns, rows)] : []),
  ]
}
