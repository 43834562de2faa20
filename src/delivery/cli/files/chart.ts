import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { scenarioVariants } from '../../../scenario/read.ts'
import { evaluate } from '../../../study/evaluate.ts'
import { moneyOf, moneys } from '../../../study/money.ts'
import { sensitivity } from '../../../study/sensitivity/tornado.ts'
import { readSimulation } from '../../../study/simulation/read.ts'
import { simulate } from '../../../study/simulation/simulation.ts'
import type { Locale } from '../../../text/numbers.ts'
import { altOf } from '../../charts/alt.ts'
import { archiveOf } from '../../charts/archive.ts'
import type { ChartId } from '../../charts/catalogue/catalogue.ts'
import { chartIds, drawnOf, isChartId } from '../../charts/catalogue/catalogue.ts'
import { csvOf, dataOf } from '../../charts/data.ts'
import type { Theme } from '../../charts/palette.ts'
import { themes } from '../../charts/palette.ts'
import type { Drawn } from '../../charts/picture.ts'
import { pngOf } from '../../charts/png.ts'
import { svgOf } from '../../charts/svg.ts'
import type { ChartSource, View } from '../../charts/view.ts'
import { viewOf } from '../../charts/view.ts'
import type { Given } from '../base/arguments.ts'
import { languages } from '../base/arguments.ts'
import type { Io } from '../base/io.ts'
import { exitCodes, noSuch, Stop } from '../base/io.ts'
import { openPlan, problemLines, withFaultsNamed } from '../base/scenario-file.ts'

export const chartOptions = {
  o: 'text',
  out: 'text',
  alternative: 'text',
  variant: 'text',
  width: 'text',
  height: 'text',
  scale: 'text',
  theme: themes,
  money: moneys,
  figure: 'text',
  share: 'text',
  draws: 'text',
  seed: 'text',
  lang: languages,
} as const

const formats = ['png', 'svg', 'csv', 'json'] as const
/** The name that asks for every chart in one file. */
const every = 'all'
type Format = (typeof formats)[number]
type Texts = Given['texts']

/** `pfv chart`: one chart of a plan in a file, its format by the file's ending. */
export async function chart({ file, second, texts, locale }: Given, io: Io): Promise<number> {
  if (second === '') throw new Stop(`Falta la gráfica, después del archivo. Escriba una de: ${chartIds.join(', ')}.`)
  if (second !== every && !isChartId(second)) throw noSuch('La gráfica', second, chartIds)
  const out = texts.o ?? texts.out
  if (out === undefined) throw new Stop('Falta dónde escribirla. Escriba, por ejemplo: -o grafica.png')
  const format = second === every ? zipOf(out) : formatOf(out)
  const size = sizeOf(texts)
  const money = moneyOf(texts.money)
  const { scenario, document } = await openPlan(file, io, locale)
  const result = withFaultsNamed(scenario, () => evaluate(scenario, { document, locale, money }))
  const found = viewOf({ result, scenario }, { alternative: texts.alternative, variant: texts.variant, locale, money })
  if (!found.ok) {
    const what = found.field === 'alternative' ? 'La alternativa' : 'El escenario'
    throw noSuch(what, texts[found.field] ?? '', found.known)
  }
  const look = { ...size, theme: themeOf(texts), locale }
  const content = second === every ? archived(found.view, look) : drawnAs(found.view, second, { texts, format, look })
  await writeFile(out, await content).catch((error: unknown) => {
    throw new Stop(`No se pudo escribir «${out}»: ${error instanceof Error ? error.message : String(error)}`)
  })
  return exitCodes.good
}

const archived = (view: View, { scale, ...look }: Omit<Wish, 'format'>): Promise<Uint8Array> =>
  archiveOf(view, look, scale)

async function drawnAs(
  view: View,
  id: ChartId,
  { texts, format, look }: { texts: Texts; format: Format; look: Omit<Wish, 'format'> },
): Promise<Buffer | string> {
  const drawn = drawnOf(id, { ...view, ...(await studied(view, id, texts)) })
  if (drawn === undefined) throw new Stop(`La gráfica «${id}» no tiene qué dibujar en este plan.`)
  return contentOf(drawn, { ...look, format })
}

const themeOf = ({ theme }: Texts): Theme => themes.find((name) => name === theme) ?? 'light'

/** Every chart goes into a zip, whose pictures have formats of their own. */
function zipOf(out: string): Format {
  if (extname(out).toLowerCase() !== '.zip') throw new Stop(`«${out}» debe terminar en .zip: son todas las gráficas.`)
  return 'png'
}

function formatOf(out: string): Format {
  const format = formats.find((name) => extname(out).toLowerCase() === `.${name}`)
  if (format === undefined) throw new Stop(`«${out}» debe terminar en .png, .svg, .csv o .json.`)
  return format
}

const mostPixels = 36_000_000

function sizeOf(texts: Texts): { width: number; height: number; scale: number } {
  const whole = { min: 16, max: 4000, whole: true }
  const width = numberOf(texts, 'width', { ...whole, usual: 1200 })
  const height = numberOf(texts, 'height', { ...whole, usual: 675 })
  const scale = numberOf(texts, 'scale', { min: 1, max: 3, whole: false, usual: 1 })
  if (width * height * scale ** 2 > mostPixels) {
    throw new Stop(`La imagen pasa de ${mostPixels / 1e6} millones de píxeles: baje --width, --height o --scale.`)
  }
  return { width, height, scale }
}

function numberOf(
  texts: Texts,
  name: string,
  rule: { min: number; max: number; whole: boolean; usual: number },
): number {
  const text = texts[name]
  const value = text === undefined ? rule.usual : Number(text)
  if (value >= rule.min && value <= rule.max && (!rule.whole || Number.isInteger(value))) return value
  const what = rule.whole ? 'un número entero' : 'un número'
  throw new Stop(`El valor «${text}» no sirve para --${name}. Escriba ${what} de ${rule.min} a ${rule.max}.`)
}

/** The study that a chart draws: a tornado or a fan is asked for by its name alone. */
async function studied(view: View, id: ChartId, texts: Texts): Promise<Partial<ChartSource>> {
  const plan = scenarioVariants(view.scenario).find((one) => one.id === view.variant.id)?.scenario ?? view.scenario
  const stop = (problems: Parameters<typeof problemLines>[0]): never => {
    throw new Stop(problemLines(problems, view.locale).join('\n'))
  }
  if (id === 'tornado') {
    const share = numberOf(texts, 'share', { min: 1e-6, max: 1, whole: false, usual: 0.1 })
    const asked = { figure: texts.figure ?? 'planNpv', share, alternative: view.alternative.id }
    const run = withFaultsNamed(plan, () => sensitivity(plan, asked))
    return run.ok ? { sensitivity: run.sensitivity } : stop(run.problems)
  }
  if (id !== 'fan') return {}
  const draws = numberOf(texts, 'draws', { min: 1, max: 10_000, whole: true, usual: 200 })
  const seed = numberOf(texts, 'seed', { min: 0, max: 2 ** 32 - 1, whole: true, usual: 1 })
  const read = readSimulation(plan, { draws, seed, outputs: ['cash'] }, 10_000)
  return read.ok ? { simulation: await simulate(read.job) } : stop(read.problems)
}

interface Wish {
  readonly format: Format
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly theme: Theme
  readonly locale: Locale
}

async function contentOf(drawn: Drawn, { format, scale, ...look }: Wish): Promise<Buffer | string> {
  if (format === 'png') return pngOf(drawn, look, scale)
  if (format === 'csv') return csvOf(drawn)
  const alt = altOf(drawn, look.locale)
  return format === 'svg' ? svgOf(drawn, look, alt) : `${JSON.stringify(dataOf(drawn, alt))}\n`
}
