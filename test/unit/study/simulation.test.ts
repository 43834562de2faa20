import { describe, expect, test } from 'vitest'
import sanPedro from '../../../scenarios/san-pedro-valle.json' with { type: 'json' }
import { cash } from '../../../src/model/6-statements/cash.ts'
import { getPointer } from '../../../src/scenario/pointer.ts'
import { contenderOf } from '../../../src/study/choice/contest.ts'
import { rank } from '../../../src/study/ranking.ts'
import { runAlternative, series } from '../../../src/study/run.ts'
import { drawnScenario, drawsOf } from '../../../src/study/simulation/draw.ts'
import type { Job, SimulationAsked } from '../../../src/study/simulation/job.ts'
import { readSimulation } from '../../../src/study/simulation/read.ts'
import { oneDraw, simulate } from '../../../src/study/simulation/simulation.ts'
import { simulateOnThreads } from '../../../src/study/simulation/simulation.worker.ts'
import { changed, planOf } from './plans.ts'

const plan = planOf(sanPedro)
const town = '/territory/municipalities/0'

function jobOf(asked: Partial<SimulationAsked>, scenario = plan): Job {
  const read = readSimulation(scenario, { draws: 40, seed: 1, ...asked })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.job
}

function codes(asked: Partial<SimulationAsked>): string[] {
  const read = readSimulation(plan, { draws: 40, seed: 1, ...asked })
  return read.ok ? [] : read.problems.map((p) => `${p.pointer} ${p.code}`)
}

const factor = { kind: 'pert', min: 0.8, mode: 1, max: 1.2 } as const

describe('a draw', () => {
  test('is what a whole evaluation of the drawn plan gives, whichever draws came before', () => {
    const loans = plan.alternatives.flatMap((a, i) => a.loans.map((_, k) => `/alternatives/${i}/loans/${k}`))
    const job = jobOf({
      inputs: [
        { pointer: '/economy/inflation', distribution: factor },
        { pointer: '/economy/discountRate', distribution: { kind: 'normal', mean: 0.12, sd: 0.02 }, effect: 'value' },
        {
          pointer: `${town}/population/growthDelta`,
          distribution: { kind: 'uniform', min: -0.01, max: 0.01 },
          effect: 'addition',
        },
        { pointer: `${town}/waste/perCapita/urban`, distribution: factor },
        { pointers: loans.map((l) => `${l}/draws`), distribution: { kind: 'discrete', values: [1, 1.1] } },
      ],
    })
    const draw = drawsOf(job)
    for (const index of [3, 17]) {
      const told = oneDraw(job, index)
      const drawn = drawnScenario(job, draw(index))
      const runs = drawn.alternatives.map((_, a) => runAlternative(drawn, a))
      const { order } = rank(runs.map(contenderOf), drawn.ranking)
      runs.forEach((of, a) => {
        const mine = told.alternatives[a] as (typeof told.alternatives)[number]
        expect(mine.outputs.cash).toEqual(Array.from(series(of, cash), (x) => expect.closeTo(x, 3)))
        expect(mine.viable).toBe(contenderOf(of).viable)
        expect(mine.place).toBe(order.find((o) => o.alternative === of.id)?.place ?? null)
      })
    }
  })

  test('made alone is the same to the last bit as among the others', async () => {
    const job = jobOf({ draws: 3 })
    const { alternatives } = await simulate(job)
    const alone = [0, 1, 2].map((i) => oneDraw(job, i).alternatives[1]?.outputs.planNpv?.[0] as number)
    const [, median] = alone.toSorted((a, b) => a - b)
    expect(alternatives[1]?.bands.find((b) => b.id === 'planNpv')?.p50).toEqual([median])
  })

  test('keeps shares between 0 and 1, and fractions of the whole summing 1', () => {
    const shares = { foodAndGarden: 0.6, paper: 0.1, plastic: 0.2, other: 0.1 }
    const scenario = planOf(changed({ town: { waste: { composition: shares }, collectionEfficiency: 0.9 } }))
    const wide = { kind: 'uniform', min: 0.2, max: 3 } as const
    const job = jobOf(
      {
        inputs: [
          { pointer: `${town}/waste/composition/plastic`, distribution: wide },
          { pointer: `${town}/collectionEfficiency`, distribution: wide },
        ],
      },
      scenario,
    )
    const draw = drawsOf(job)
    let clipped = 0
    for (let i = 0; i < 50; i += 1) {
      const drawn = drawnScenario(job, draw(i))
      const whole = Object.values(getPointer(drawn, `${town}/waste/composition`) as Record<string, number>)
      expect(whole.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
      const share = getPointer(drawn, `${town}/collectionEfficiency`) as number
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
      if (share === 1) clipped += 1
    }
    expect(clipped).toBeGreaterThan(10)
  })
})

describe('a simulation', () => {
  test('gives the same bytes on one thread, on three and on two of which this is one, and others for another seed', async () => {
    const job = jobOf({ draws: 450 })
    const [here, there] = [await simulate(job), await simulateOnThreads(job, { threads: 3 })]
    expect(JSON.stringify(there)).toBe(JSON.stringify(here))
    for (const threads of [1, 2]) {
      const joined = await simulateOnThreads(job, { threads, joins: true })
      expect(JSON.stringify(joined)).toBe(JSON.stringify(here))
    }
    const other = await simulate(jobOf({ draws: 450, seed: 2 }))
    expect(JSON.stringify(other.alternatives)).not.toBe(JSON.stringify(here.alternatives))
  }, 120_000)

  test('has bands in order, ranks that add up to 1 and a table of convergence that ends in its own answer', async () => {
    const { alternatives, convergence } = await simulate(
      jobOf({ draws: 160, outputs: ['cash', 'planNpv', 'cash:2030'] }),
    )
    for (const place of [0, 1, 2, 3])
      expect(alternatives.reduce((sum, a) => sum + (a.ranks[place]?.probability ?? 0), 0)).toBeCloseTo(1, 12)
    for (const { bands } of alternatives)
      for (const b of bands)
        b.p50.forEach((middle, t) => {
          expect(b.p5[t]).toBeLessThanOrEqual(b.p25[t] as number)
          expect(b.p25[t]).toBeLessThanOrEqual(middle as number)
          expect(b.p95[t]).toBeGreaterThanOrEqual(b.p75[t] as number)
        })
    expect(alternatives[0]?.bands[2]?.years).toBeNull()
    expect(convergence.map((row) => row.draws)).toEqual([20, 40, 80, 160])
    expect(convergence.at(-1)?.alternatives.map((a) => a.viable)).toEqual(alternatives.map((a) => a.viable))
  })

  test('tells its progress and stops when it is cancelled', async () => {
    const seen: number[] = []
    await simulate(jobOf({ draws: 401 }), { onProgress: (done) => seen.push(done) })
    expect(seen).toEqual([200, 400, 401])
    const cancel = new AbortController()
    const stopped = simulate(jobOf({ draws: 2000 }), {
      signal: cancel.signal,
      onProgress: () => cancel.abort(new Error('ya no')),
    })
    await expect(stopped).rejects.toThrow('ya no')
    const late = simulateOnThreads(jobOf({ draws: 2000 }), { threads: 2, signal: cancel.signal })
    await expect(late).rejects.toThrow('ya no')
    const halfway = new AbortController()
    const cut = simulateOnThreads(jobOf({ draws: 20_000 }), {
      threads: 2,
      signal: halfway.signal,
      onProgress: () => halfway.abort(new Error('ya no')),
    })
    await expect(cut).rejects.toThrow()
  }, 120_000)
})

describe('a question that cannot be answered', () => {
  const one = { pointer: '/economy/inflation', distribution: factor }

  test('names each problem with a code of its own', () => {
    expect(codes({ inputs: [{ ...one, pointer: '/economy/nothing' }] })).toEqual(['/inputs/0/pointer pointer-missing'])
    expect(codes({ inputs: [{ ...one, pointer: '/name' }] })).toEqual(['/inputs/0/pointer pointer-not-numeric'])
    expect(codes({ inputs: [{ ...one, distribution: { ...factor, mode: 5 } }] })).toEqual([
      '/inputs/0/distribution distribution-impossible',
    ])
    expect(codes({ draws: 100_001 })).toEqual(['/draws too-many-draws'])
    expect(codes({ draws: 0.5, seed: -1 })).toEqual(['/draws draws', '/seed seed'])
    expect(codes({ outputs: ['nothing'] })).toEqual(['/outputs/0 figure-unknown'])
    expect(codes({ inputs: [{ ...one, pointer: '/horizon/financial' }] })).toEqual(['/inputs/0 pointer-not-uncertain'])
    expect(codes({ draws: 100_000, outputs: Array.from({ length: 40 }, () => 'cash') })).toEqual([
      '/draws too-many-values',
    ])
  })

  test('names a correlation that has not the shape of the inputs, and one that contradicts itself', () => {
    const three = ['/economy/inflation', '/economy/discountRate', `${town}/waste/perCapita/urban`].map((pointer) => ({
      ...one,
      pointer,
    }))
    expect(codes({ inputs: three, correlation: [[1]] })).toEqual(['/correlation correlation-shape'])
    expect(
      codes({
        inputs: three,
        correlation: [
          [1, 0.9, -0.9],
          [0.9, 1, 0.9],
          [-0.9, 0.9, 1],
        ],
      }),
    ).toEqual(['/correlation correlation-not-positive-semidefinite'])
    expect(
      codes({
        inputs: three,
        correlation: [
          [1, 0.5, 0],
          [0.5, 1, 0],
          [0, 0, 1],
        ],
      }),
    ).toEqual([])
  })
})
