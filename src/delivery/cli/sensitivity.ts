import type { Bar, Point, Sensitivity, SensitivityAsked } from '../../study/sensitivity/tornado.ts'
import { sensitivity as sensitivityOf } from '../../study/sensitivity/tornado.ts'
import type { Locale } from '../../text/numbers.ts'
import { percent, plain } from '../../text/numbers.ts'
import type { Given } from './base/arguments.ts'
import { languages } from './base/arguments.ts'
import type { Io } from './base/io.ts'
import { exitCodes, Stop, writeLines } from './base/io.ts'
import { alternativeIndex, openPlan, problemLines, variantOf, withFaultsNamed } from './base/scenario-file.ts'
import type { GridColumn, GridRow } from './print/grid.ts'
import { grid, hanging, heading } from './print/grid.ts'

export const sensitivityOptions = {
  figure: 'text',
  share: 'text',
  inputs: 'text',
  'break-even': 'flag',
  alternative: 'text',
  variant: 'text',
  format: ['table', 'json'],
  lang: languages,
} as const

const usualShare = 0.1
const usualReach = 0.5

/** `pfv sensitivity`: análisis de sensibilidad, the tornado of a figure. */
export async function sensitivity({ file, texts, flags, locale }: Given, io: Io): Promise<number> {
  const share = shareOf(texts.share)
  const plan = await openPlan(file, io, locale)
  const scenario = variantOf(plan.scenario, texts.variant ?? 'base')
  if (texts.alternative !== undefined) alternativeIndex(scenario, texts.alternative)
  const inputs = texts.inputs?.split(',').map((pointer) => ({ pointer: pointer.trim() }))
  const asked: SensitivityAsked = {
    alternative: texts.alternative,
    figure: texts.figure ?? 'planNpv',
    share,
    inputs,
    breakEven: flags.has('break-even') ? { target: 0, reach: usualReach } : undefined,
  }
  const answer = withFaultsNamed(scenario, () => sensitivityOf(scenario, asked))
  if (!answer.ok) throw new Stop(problemLines(answer.problems, locale).join('\n'))
  if (texts.format === 'json') io.stdout.write(`${JSON.stringify(asJson(answer.sensitivity, locale))}\n`)
  else writeLines(io.stdout, [...heading(scenario.name, '═'), '', ...page(answer.sensitivity, { share, locale })])
  return exitCodes.good
}

function shareOf(text: string | undefined): number {
  const share = text === undefined ? usualShare : Number(text)
  if (share > 0 && share <= 1) return share
  throw new Stop(
    `El valor «${text}» no sirve para --share. Escriba una fracción mayor que 0 y hasta 1, con punto decimal.`,
  )
}

const asJson = ({ figure, bars, ...rest }: Sensitivity, locale: Locale) => ({
  ...rest,
  figure: { ...figure, label: figure.label[locale] },
  bars: bars.map((bar) => ({
    ...bar,
    label: bar.label[locale],
    points: bar.points.map((p) => ({ ...p, because: p.because?.[locale] ?? null })),
  })),
})

const words = {
  es: {
    alternative: 'Alternativa',
    figure: 'Cifra',
    heads: ['Dato', 'Baja', 'Sube', 'Amplitud', 'Equilibrio'],
    millions: 'millones',
    limited: '* El dato llegó al límite de su campo y no se movió del todo.',
  },
  en: {
    alternative: 'Alternative',
    figure: 'Figure',
    heads: ['Input', 'Down', 'Up', 'Swing', 'Break-even'],
    millions: 'million',
    limited: '* The input reached the limit of its field and did not move all the way.',
  },
} as const

interface Wish {
  readonly share: number
  readonly locale: Locale
}

function page({ alternative, figure, value, bars }: Sensitivity, wish: Wish): string[] {
  const { locale } = wish
  const said = words[locale]
  const write = writerOf(figure.unit, locale)
  const withBreakEven = bars.some((b) => b.breakEven !== null)
  const heads = withBreakEven ? said.heads : said.heads.slice(0, -1)
  const columns = heads.map(
    (head, i): GridColumn => ({
      head: i === 1 || i === 2 ? `${head} ${percent(wish.share, locale)}` : head,
      align: i === 0 ? 'left' : 'right',
      ...(i === 0 ? { most: 48 } : {}),
    }),
  )
  const rows = bars.map((bar): GridRow => ({ cells: cellsOf(bar, write, locale) }))
  const reasons = bars.flatMap((bar) =>
    bar.points.flatMap((p) => (p.because ? hanging('  – ', `${bar.label[locale]}: ${p.because[locale]}`, 110) : [])),
  )
  const limited = bars.some((b) => b.points.some((p) => p.limited)) ? ['', said.limited] : []
  return [
    `${said.alternative}: ${alternative}`,
    `${said.figure}: ${figure.label[locale]} (${figure.id}): ${write(value)}${figure.unit === 'COP' ? ` ${said.millions}` : ''}`,
    '',
    ...grid(columns, rows),
    ...limited,
    ...(reasons.length > 0 ? ['', ...reasons] : []),
  ]
}

function cellsOf({ label, points, swing, breakEven }: Bar, write: Writer, locale: Locale): string[] {
  const [down, up] = points
  const result = (p: Point | undefined) => `${write(p?.result ?? null)}${p?.limited ? ' *' : ''}`
  const turn = breakEven === null ? '–' : `${breakEven.share > 0 ? '+' : ''}${percent(breakEven.share, locale)}`
  return [label[locale], result(down), result(up), write(swing), turn]
}

type Writer = (value: number | null) => string

function writerOf(unit: string, locale: Locale): Writer {
  if (unit === 'COP' || unit === 'COP/year') return (x) => plain(x === null ? null : x / 1e6, 1, locale)
  return unit === 'share' ? (x) => percent(x, locale) : (x) => plain(x, 2, locale)
}
