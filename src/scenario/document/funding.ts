import { z } from 'zod'
import {
  byYear,
  choice,
  entity,
  group,
  hasField,
  id,
  index,
  lifeYears,
  money,
  name,
  number,
  share,
  signedMoney,
  whole,
} from '../fields.ts'
import { isPathLike, moneyPath, ratePath } from '../path.ts'

const basedRate = group({
  base: z.enum(['dtf', 'ibr', 'inflation']).describe('tasa base: DTF, IBR o inflación'),
  spread: number({ min: -0.5, max: 1 }).default(0).describe('puntos adicionales; fracción anual'),
})

export const loanRate = choice('loan-rate', [ratePath, basedRate], (value) =>
  hasField(value, 'base', 'spread') ? 1 : isPathLike(value) ? 0 : -1,
)
export type LoanRate = z.infer<typeof loanRate>

const amortization = z.enum(['french', 'constant', 'bullet'])
const term = whole({ min: 1, max: 50 })
const grace = whole({ min: 0, max: 30 })

/** Crédito [11.3]: desembolsos, tasa, plazo, gracia y amortización. */
export const loanSchema = group({
  id: id.describe('identificador del crédito'),
  name: name.optional().describe('nombre'),
  lender: name.optional().describe('entidad financiera'),
  line: name.optional().describe('línea de crédito'),
  entity: entity.default('provider').describe('entidad deudora'),
  project: id.optional().describe('proyecto que financia'),
  draws: byYear(money).describe('desembolsos por año; COP de ese año'),
  rate: loanRate.describe('tasa de interés; fracción anual, o tasa base más puntos'),
  term: term.describe('plazo desde el primer desembolso; años'),
  grace: grace.default(0).describe('periodo de gracia a capital; años'),
  amortization: amortization.default('french').describe('amortización: cuota fija, abono constante o al vencimiento'),
  feeShare: share.default(0).describe('comisión sobre el desembolso; fracción'),
  graceInterest: z
    .enum(['paid', 'capitalized'])
    .default('paid')
    .describe('intereses en la gracia: pagados o capitalizados'),
}).meta({ id: 'Loan', description: 'Crédito [11.3]' })

export type Loan = z.infer<typeof loanSchema>

/** Crédito vigente al cierre del año base. */
const existingLoanSchema = group({
  id: id.describe('identificador del crédito'),
  balance: money.describe('saldo al cierre del año base; COP'),
  rate: ratePath.describe('tasa de interés; fracción anual'),
  remainingTerm: term.describe('plazo restante; años'),
  amortization: amortization.default('french').describe('amortización'),
})

export type ExistingLoan = z.infer<typeof existingLoanSchema>

const existingAssetSchema = group({
  name: name.optional().describe('activo'),
  gross: money.describe('costo histórico; COP'),
  accumulated: money.default(0).describe('depreciación acumulada; COP'),
  remainingLife: lifeYears.optional().describe('vida útil restante; años'),
  land: z.boolean().default(false).describe('es un predio: no se deprecia'),
})

const balance = (concept: string) => money.default(0).describe(`${concept}; COP`)

/** Situación de apertura del prestador al cierre del año base. */
export const existingSchema = group({
  cash: signedMoney.default(0).describe('caja y bancos; COP'),
  receivables: balance('cuentas por cobrar'),
  payables: balance('cuentas por pagar'),
  taxPayable: balance('impuestos por pagar'),
  pensions: balance('pasivo pensional'),
  otherLiabilities: balance('otros pasivos'),
  closureProvision: balance('provisión para clausura'),
  taxLosses: balance('pérdidas fiscales por compensar'),
  assets: z.array(existingAssetSchema).max(500).default([]).describe('activos fijos'),
  loans: z.array(existingLoanSchema).max(100).default([]).describe('créditos vigentes'),
}).meta({ id: 'Existing', description: 'Situación de apertura del prestador' })

export type Existing = z.infer<typeof existingSchema>

export const grantSources = ['municipal', 'sgp', 'department', 'nation', 'royalties', 'cooperation', 'private'] as const
export type GrantSource = (typeof grantSources)[number]

/** Aporte [11.3]: de operación, de capital o bajo condición. */
export const grantSchema = group({
  id: id.describe('identificador del aporte'),
  project: id.optional().describe('proyecto al que se destina'),
  source: z
    .enum(grantSources)
    .describe('fuente: municipio, SGP, departamento, Nación, regalías, cooperación o privado'),
  use: z.enum(['operation', 'capital', 'conditional']).describe('destino: operación, capital o aporte bajo condición'),
  entity: entity.default('provider').describe('entidad que lo recibe'),
  amounts: byYear(money).describe('valores por año; COP del año base'),
  index: index.default('inflation').describe('índice de precios'),
  life: lifeYears.optional().describe('vida útil del activo aportado bajo condición; años'),
}).meta({ id: 'Grant', description: 'Aporte [11.3]' })

export type Grant = z.infer<typeof grantSchema>

const waterfallSources = ['municipal', 'sgp', 'royalties', 'department', 'nation', 'loan'] as const

const waterfallStep = group({
  source: z.enum(waterfallSources).describe('fuente'),
  yearlyCap: moneyPath.optional().describe('tope anual; COP del año base'),
  total: money.optional().describe('tope total; COP del año base'),
  rate: loanRate.optional().describe('tasa de interés si la fuente es crédito; fracción anual'),
  term: term.optional().describe('plazo si la fuente es crédito; años'),
  grace: grace.optional().describe('gracia si la fuente es crédito; años'),
})

/** Cierre financiero: fuentes que cubren en orden el faltante de caja. */
export const financingSchema = group({
  waterfall: z.array(waterfallStep).max(20).describe('fuentes en orden de uso'),
  cashFloor: money.default(0).describe('caja mínima; COP del año base'),
}).meta({ id: 'Financing', description: 'Cierre financiero del faltante de caja' })

export type Financing = z.infer<typeof financingSchema>
