import type { Locale } from '../../text/numbers.ts'
import { illustrativeWords } from '../../text/studies/simulation.ts'
import type { Simulation } from './summary.ts'

/** A simulation as JSON tells it, in one language; `note` warns where its uncertain inputs only illustrate. */
export function toldIn({ draws, seed, illustrative, inputs, alternatives, convergence }: Simulation, locale: Locale) {
  return {
    draws,
    seed,
    note: illustrative ? illustrativeWords[locale] : null,
    inputs: inputs.map(({ label, pointers, ...rest }) => ({ ...rest, label: label[locale], pointers: [...pointers] })),
    alternatives: alternatives.map(({ ranks, bands, ...rest }) => ({
      ...rest,
      ranks: [...ranks],
      bands: bands.map(({ label, years, p5, p25, p50, p75, p95, ...band }) => ({
        ...band,
        label: label[locale],
        years: years && [...years],
        ...{ p5: [...p5], p25: [...p25], p50: [...p50], p75: [...p75], p95: [...p95] },
      })),
    })),
    convergence: convergence.map((row) => ({
      draws: row.draws,
      alternatives: row.alternatives.map((a) => ({ ...a, medians: { ...a.medians } })),
    })),
  }
}
