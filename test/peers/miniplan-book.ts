import type { Constant, Dimension, Expr, Line } from '../../src/formula/entry.ts'
import { constant, figure, given, input, line, method } from '../../src/formula/entry.ts'
import { eq } from '../../src/formula/eq.ts'
import { assembleBook } from '../../src/formula/order.ts'
import { irrRoots } from '../../src/numeric/irr.ts'
import { readVectors } from './vectors.ts'

interface MiniPlan {
  inputs: Record<string, number> & { share: number[]; f: number[] }
  expected: { rows: Record<string, number[]>; kpi: Record<string, number> }
}

export const miniPlan = readVectors<MiniPlan>('peer-miniplan')
const { inputs } = miniPlan

/** A stranger's plan: its own years, its own dimension, its own words; nothing of this house's book. */
const said = (id: string) => ({ id, es: id, en: id })
const known = new Map<string, Constant>()
/** A number of the vector, the same entry wherever it is read. */
function fixed(id: string, unit = '1'): Constant {
  const entry = known.get(id) ?? constant({ ...said(id), unit, value: inputs[id] as number })
  known.set(id, entry)
  return entry
}
const row = (id: string, unit: string, formula: () => Expr): Line => line({ ...said(id), axis: 'plan', unit, formula })
const longRow = (id: string, unit: string, formula: () => Expr): Line => ({
  ...row(id, unit, formula),
  axis: 'tonnage',
})

export const stratum: Dimension = { ...said('stratum') }
const share = input({ ...said('share'), over: [stratum], unit: 'share', form: 'number', at: '/share/{stratum}' })
const factor = input({ ...said('f'), over: [stratum], unit: 'share', form: 'number', at: '/f/{stratum}' })
const t = given({ ...said('t'), axis: 'tonnage', unit: '1' })

const year = constant({ ...said('oneYear'), unit: 'year', value: 1 })
const days = constant({ ...said('daysPerYear'), unit: 'day/year', value: 365 })
const kgPerTonne = constant({ ...said('kgPerTonne'), unit: 'kg/t', value: 1000 })
const prices = row('prices', 'share', () => eq`(1 + ${fixed('infl')})^${t}`)
const running = row('running', '1', () => eq`${t} > 0`)

const population = longRow(
  'population',
  'inhabitants',
  () => eq`${fixed('pop0', 'inhabitants')} * (1 + ${fixed('g')})^${t}`,
)
const coverage = longRow(
  'coverage',
  'share',
  () =>
    eq`${fixed('cov0')} + (${fixed('covT')} - ${fixed('cov0')}) * min(${t}, ${fixed('cov_years')}) / ${fixed('cov_years')}`,
)
const subscribers = row(
  'resSubscribers',
  'users',
  () => eq`${population} / ${fixed('hh', 'inhabitants/user')} * ${coverage}`,
)
const generated = longRow(
  'wasteGeneratedT',
  't/year',
  () =>
    eq`${population} * ${fixed('ppc0', 'kg/inhabitant·day')} * (1 + ${fixed('gppc')})^${t} * ${days} / ${kgPerTonne} * (1 + ${fixed('nr_waste')})`,
)
const collected = longRow('collectedT', 't/year', () => eq`${generated} * ${coverage}`)
const recovered = longRow(
  'recoveredT',
  't/year',
  () =>
    eq`${collected} * (${fixed('rec0')} + (${fixed('recT')} - ${fixed('rec0')}) * min(${t}, ${fixed('rec_years')}) / ${fixed('rec_years')})`,
)
const disposed = longRow('disposedT', 't/year', () => eq`${collected} - ${recovered}`)

const tariff = row(
  'tariff',
  'COP/user·year',
  () => eq`${fixed('T0', 'COP/user·year')} * ${prices} * (1 + ${fixed('real')})^min(${t}, ${fixed('real_years')})`,
)
const ofStratum: Line = { ...row('ofStratum', 'users', () => eq`${subscribers} * ${share}`), over: [stratum] }
const small = row('small', 'users', () => eq`${fixed('nr_small')} * ${subscribers}`)
const large = row('large', 'users', () => eq`${fixed('nr_large')} * ${subscribers} * ${fixed('large_mult')}`)
const billed = row(
  'billed',
  'COP/year',
  () =>
    eq`${tariff} * (sum(${ofStratum} * ${factor}) + ${small} * ${fixed('f_small')} + ${large} * ${fixed('f_large')})`,
)
const subsidies = row('subsidies', 'COP/year', () => eq`${tariff} * sum(${ofStratum} * max(0, 1 - ${factor}))`)
const contributions = row(
  'contributions',
  'COP/year',
  () =>
    eq`${tariff} * (sum(${ofStratum} * max(0, ${factor} - 1)) + ${small} * (${fixed('f_small')} - 1) + ${large} * (${fixed('f_large')} - 1))`,
)
const balance = row('balance', 'COP/year', () => eq`${contributions} - ${subsidies}`)
const transfer = row('fsriTransfer', 'COP/year', () => eq`max(0, 0 - ${balance}) * ${fixed('fsri')}`)

const tonne = (id: string) => fixed(id, 'COP/t')
const opex = row(
  'opex',
  'COP/year',
  () =>
    eq`${running} * (${collected} * ${tonne('c_col')} + ${disposed} * ${tonne('c_disp')} + ${fixed('km0', 'km/year')} * ${population} / ${fixed('pop0', 'inhabitants')} * ${fixed('c_km', 'COP/km')} + ${recovered} * ${tonne('c_rec')}) * ${prices} * (1 + ${fixed('adm')})`,
)
const revenue = row(
  'revenue',
  'COP/year',
  () => eq`${running} * (${billed} + ${transfer} + ${recovered} * ${tonne('p_rec')} * ${prices})`,
)
const badDebt = row('badDebt', 'COP/year', () => eq`${running} * ${billed} * (1 - ${fixed('coll')}) * ${fixed('bad')}`)
const receivables = row(
  'receivables',
  'COP',
  () => eq`${running} * ${billed} * (1 - ${fixed('coll')}) * (1 - ${fixed('bad')}) * ${year}`,
)
const payables = row('payables', 'COP', () => eq`${opex} * ${fixed('ap_days', 'day')} / ${days}`)

const yearly = (id: string) => fixed(id, 'COP/year')
const capex = row(
  'capex',
  'COP/year',
  () => eq`if(${t} == 0, ${yearly('capex0')}, if(${t} == ${fixed('capex7_year')}, ${yearly('capex7')} * ${prices}, 0))`,
)
const life = fixed('life', 'years')
const depreciation = row('depreciation', 'COP/year', () => eq`trailing(${capex}, ${life}) / ${life}`)
const netAssets = row('ppe', 'COP', () => eq`prev(${netAssets}) + (${capex} - ${depreciation}) * ${year}`)

const drawn = figure({
  ...said('drawn'),
  unit: 'COP',
  formula: () => eq`${fixed('loan_share')} * ${yearly('capex0')} * ${year}`,
})
const payment = figure({
  ...said('loanPayment'),
  unit: 'COP/year',
  formula: () => eq`${drawn} * levelPayment(${fixed('rate')}, ${fixed('term')})`,
})
const interest = row('interest', 'COP/year', () => eq`prev(${loan}) * ${fixed('rate', '1/year')}`)
const principal = row(
  'principal',
  'COP/year',
  () => eq`if(${t} > 0 and ${t} <= ${fixed('term')}, ${payment} - ${interest}, 0)`,
)
const loan: Line = row('loan', 'COP', () => eq`if(${t} == 0, ${drawn}, prev(${loan}) - ${principal} * ${year})`)

const netIncome = row(
  'netIncome',
  'COP/year',
  () => eq`${revenue} - ${opex} - ${badDebt} - ${depreciation} - ${interest}`,
)
const retained = row('retained', 'COP', () => eq`prev(${retained}) + ${netIncome} * ${year}`)
const paidIn = row(
  'paidIn',
  'COP/year',
  () =>
    eq`if(${t} == 0, ${yearly('capex0')} * (1 - ${fixed('loan_share')}) + ${yearly('wc')}, ${fixed('grant7')} * ${capex})`,
)
const equity = row('equity', 'COP', () => eq`cumulative(${paidIn})`)
const operatingCash = row(
  'operatingCash',
  'COP/year',
  () =>
    eq`${netIncome} + ${depreciation} + (${payables} - prev(${payables}) - ${receivables} + prev(${receivables})) / ${year}`,
)
const cash = row(
  'cash',
  'COP',
  () =>
    eq`prev(${cash}) + (${operatingCash} - ${capex} - ${principal} + ${paidIn}) * ${year} + if(${t} == 0, ${drawn}, 0)`,
)
const fcf = row('fcf', 'COP/year', () => eq`${operatingCash} + ${interest} - ${capex}`)
const check = row(
  'check',
  'COP',
  () => eq`${cash} + ${receivables} + ${netAssets} - ${payables} - ${loan} - ${equity} - ${retained}`,
)

const discount = row('discount', 'share', () => eq`(1 + ${fixed('disc')})^(-${t})`)
const costs = row('costs', 'COP/year', () => eq`${opex} + ${capex}`)
const total = figure({
  ...said('disposed30yT'),
  unit: 't',
  formula: () => eq`total(${disposed}) - first(${disposed}) * ${year}`,
})
const because = { es: 'por búsqueda', en: 'by search' }

export const miniFigures = {
  npv: figure({ ...said('npv'), unit: 'COP', formula: () => eq`pv(${fcf}, ${discount})` }),
  irr: method({
    ...said('irr'),
    unit: 'share',
    of: () => [fcf],
    run: ([flow = []]) => ({ value: irrRoots(flow, 'end')[0] ?? null, because }),
  }),
  pv_costs: figure({ ...said('pvCosts'), unit: 'COP', formula: () => eq`pv(${costs}, ${discount})` }),
  disposed_30y_t: total,
  landfill_m3_30y: figure({
    ...said('landfillM3'),
    unit: 'm3',
    formula: () => eq`${total} / ${fixed('density', 't/m3')}`,
  }),
  min_cash: method({
    ...said('minCash'),
    unit: 'COP',
    of: () => [cash],
    run: ([held = []]) => ({ value: Math.min(...held), because }),
  }),
  coverage_final: figure({
    ...said('coverageFinal'),
    unit: 'share',
    formula: () => eq`at(${coverage}, ${fixed('N')})`,
  }),
  loan_payment: payment,
  cum_balance: figure({
    ...said('cumBalance'),
    unit: 'COP',
    formula: () => eq`total(${balance}) - first(${balance}) * ${year}`,
  }),
}

/** The stranger's plan as a book of its own: what other tests and the benchmark run as a plan that is not ours. */
export const miniBook = assembleBook([check, fcf, ...Object.values(miniFigures)], ['tonnage', 'plan'])
