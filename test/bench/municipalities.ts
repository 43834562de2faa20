import minimal from '../../scenarios/minimal.json' with { type: 'json' }
import smallTown from '../../scenarios/small-town.json' with { type: 'json' }

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Quantities that grow with a municipality; prices, shares and years do not. */
const sizes = new Set([
  ...['urban', 'rural', 'dwellings', 'served', 'billed', 'tonnesPerMonth', 'capacity', 'cash', 'amount', 'annual'],
  ...['fixed'],
])
const keptUnder = new Set(['perCapita', 'tariff', 'subsidies', 'reference', 'landUse', 'growth', 'coverage'])

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let x = Math.imul(state ^ (state >>> 15), state | 1)
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61)
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296
  }
}

function scaled(value: Json, factor: number, inside = false): Json {
  if (Array.isArray(value)) return value.map((each) => scaled(each, factor, inside))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]): [string, Json] => {
      const kept = inside || keptUnder.has(key)
      if (typeof each === 'number' && !kept && sizes.has(key)) return [key, Math.max(1, Math.round(each * factor))]
      return [key, scaled(each, factor, kept)]
    }),
  )
}

/**
 * Synthetic municipalities: two illustrative plans scaled from hamlets to towns, each with its own costs, waste and
 * inflation. The same seed gives the same plans.
 */
export function municipalities(count: number, seed = 1045): { id: string; scenario: Record<string, unknown> }[] {
  const random = chance(seed)
  return Array.from({ length: count }, (_, i) => {
    const model = random() < 0.7 ? minimal : smallTown
    // Most municipalities are small and a few are large.
    const plan = scaled(structuredClone(model) as unknown as Json, Math.exp(3.2 * random() - 1.6)) as Record<
      string,
      Json
    >
    const economy = plan.economy as Record<string, Json>
    economy.discountRate = round(0.08 + 0.06 * random())
    plan.name = `Plan sintético ${i + 1}`
    const [municipality] = (plan.territory as { municipalities: Record<string, Json>[] }).municipalities
    if (municipality) {
      municipality.name = `Municipio ${i + 1}`
      municipality.divipola = String(5000 + i).padStart(5, '0')
      municipality.collectionEfficiency = round(0.7 + 0.28 * random())
    }
    return { id: `municipio-${i + 1}`, scenario: plan }
  })
}

const round = (x: number): number => Math.round(x * 10_000) / 10_000
