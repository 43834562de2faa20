import type { Bands, Chance, Simulation } from '../../../study/simulation/summary.ts'
import type { Locale } from '../../../text/numbers.ts'
import { millions, percent, plain } from '../../../text/numbers.ts'
import { illustrativeWords } from '../../../text/studies/simulation.ts'
import type { GridRow } from './grid.ts'
import { grid, hanging, heading } from './grid.ts'

const width = 110

const words = {
  es: {
    draws: (n: string, seed: number) => `${n} simulaciones, semilla ${seed}. «±» es el error estándar.`,
    inputs: 'Datos inciertos',
    inputHeads: ['Dato', 'Distribución', 'Parámetros'],
    effects: { factor: '× el dato', value: 'en su lugar', addition: '+ el dato' },
    verdict: 'Viabilidad y orden',
    verdictHeads: ['Alternativa', 'Viable', 'Puesto'],
    bands: (name: string) => `Cuantiles de «${name}»`,
    year: 'Año',
    convergence: 'Convergencia',
    convergenceHeads: ['Simulaciones', 'Alternativa', 'Viable', 'Primera'],
    millions: 'millones de COP',
  },
  en: {
    draws: (n: string, seed: number) => `${n} draws, seed ${seed}. "±" is the standard error.`,
    inputs: 'Uncertain inputs',
    inputHeads: ['Input', 'Distribution', 'Parameters'],
    effects: { factor: '× the value', value: 'in its place', addition: '+ the value' },
    verdict: 'Viability and rank',
    verdictHeads: ['Alternative', 'Viable', 'Place'],
    bands: (name: string) => `Quantiles of "${name}"`,
    year: 'Year',
    convergence: 'Convergence',
    convergenceHeads: ['Draws', 'Alternative', 'Viable', 'First'],
    millions: 'millions of COP',
  },
} as const

const table = (heads: readonly string[], rows: readonly (readonly string[])[], left = 1): string[] =>
  grid(
    heads.map((head, i) => ({ head, align: i < left ? 'left' : 'right', ...(i === 0 ? { most: 44 } : {}) })),
    rows.map((cells): GridRow => ({ cells })),
  )

/** A simulation on paper: what was drawn, the verdicts, the bands of the first alternative, and how they settled. */
export function simulationPage(simulation: Simulation, locale: Locale): string[] {
  const { draws, seed, illustrative, alternatives, convergence } = simulation
  const w = words[locale]
  const chance = ({ probability, standardError }: Chance): string =>
    `${percent(probability, locale)} ± ${plain(standardError * 100, 1, locale)}`
  const nameOf = (id: string): string => alternatives.find((a) => a.id === id)?.name ?? id
  const [first] = alternatives
  return [
    w.draws(plain(draws, 0, locale), seed),
    ...(illustrative ? hanging('', illustrativeWords[locale], width) : []),
    '',
    ...heading(w.inputs),
    ...inputTable(simulation, locale),
    '',
    ...heading(w.verdict),
    ...table(
      [w.verdictHeads[0], w.verdictHeads[1], ...alternatives.map((_, i) => `${w.verdictHeads[2]} ${i + 1}`)],
      alternatives.map((a) => [a.name, chance(a.viable), ...a.ranks.map(chance)]),
    ),
    ...(first ? bandsPage(first, locale) : []),
    '',
    ...heading(w.convergence),
    ...table(
      w.convergenceHeads,
      convergence.flatMap((row) =>
        row.alternatives.map((a, i) => [
          i === 0 ? plain(row.draws, 0, locale) : '',
          nameOf(a.id),
          chance(a.viable),
          chance(a.first),
        ]),
      ),
      2,
    ),
  ]
}

function inputTable({ inputs }: Simulation, locale: Locale): string[] {
  const w = words[locale]
  return table(
    w.inputHeads,
    inputs.map(({ label, distribution, effect }) => {
      const { kind, ...parameters } = distribution
      const shown = (x: unknown) => (locale === 'es' ? String(x).replace('.', ',') : String(x))
      const told = Object.entries(parameters).map(([name, value]) => `${name} ${[value].flat().map(shown).join(' | ')}`)
      return [label[locale], `${kind}, ${w.effects[effect]}`, told.join(', ')]
    }),
    3,
  )
}

function bandsPage({ name, bands }: Simulation['alternatives'][number], locale: Locale): string[] {
  const w = words[locale]
  return bands.flatMap((band) => {
    const pesos = band.unit.startsWith('COP')
    const number = (x: number | null | undefined) => (pesos ? millions(x, locale) : plain(x, 4, locale))
    return [
      '',
      ...heading(`${w.bands(name)}: ${band.label[locale]} (${pesos ? w.millions : band.unit || '–'})`),
      ...table(
        [band.years ? w.year : '', 'p5', 'p25', 'p50', 'p75', 'p95'],
        rowsOf(band).map(({ year, values }) => [year, ...values.map(number)]),
      ),
    ]
  })
}

const rowsOf = ({ years, p5, p25, p50, p75, p95 }: Bands) =>
  p50.map((_, t) => ({
    year: years ? String(years[t]) : '',
    values: [p5[t], p25[t], p50[t], p75[t], p95[t]],
  }))
