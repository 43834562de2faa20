import { z } from 'zod'
import { group, id, money, name, quantity, signedMoney, year } from '../fields.ts'

const financialYear = group({
  year: year.describe('año'),
  currentAssets: money.optional().describe('activo corriente; COP'),
  currentLiabilities: money.optional().describe('pasivo corriente; COP'),
  totalAssets: money.optional().describe('activo total; COP'),
  totalLiabilities: money.optional().describe('pasivo total; COP'),
  operatingRevenue: money.optional().describe('ingresos operacionales; COP/año'),
  operatingProfit: signedMoney.optional().describe('utilidad operacional; COP/año'),
  totalCostsAndExpenses: money.optional().describe('costos y gastos totales; COP/año'),
  receivables: money.optional().describe('cuentas por cobrar; COP'),
})

const days = (concept: string) => quantity.optional().describe(`${concept}; días`)
const overdue = (range: string) => money.optional().describe(`cartera ${range}; COP`)

/** Prestador u organización de recicladores [5.5]: situación institucional, financiera y comercial. */
export const providerSchema = group({
  id: id.describe('identificador del prestador'),
  name: name.optional().describe('nombre'),
  kind: z
    .enum(['provider', 'recyclerOrganization'])
    .default('provider')
    .describe('prestador u organización de recicladores'),
  municipalities: z.array(id).max(50).optional().describe('municipios que atiende; si falta, todos'),
  financial: z.array(financialYear).max(30).default([]).describe('estados financieros por año [5.5.2]'),
  staff: group({
    administrative: quantity.optional().describe('personal administrativo; personas'),
    operative: quantity.optional().describe('personal operativo; personas'),
    monthlyPayroll: money.optional().describe('nómina; COP/mes'),
  })
    .optional()
    .describe('personal [5.5.1]'),
  billing: z
    .array(
      group({
        year: year.describe('año'),
        billed: money.optional().describe('facturación; COP/año'),
        collected: money.optional().describe('recaudo; COP/año'),
      }),
    )
    .max(30)
    .default([])
    .describe('facturación y recaudo [5.5.3]'),
  complaints: group({
    billing: quantity.optional().describe('reclamos de facturación; número al año'),
    quality: quantity.optional().describe('quejas de calidad; número al año'),
    responseDays: group({
      billing: days('respuesta a reclamos de facturación'),
      quality: days('respuesta a quejas de calidad'),
      collection: days('respuesta a quejas de recolección'),
    })
      .optional()
      .describe('tiempo de respuesta; días'),
  })
    .optional()
    .describe('peticiones, quejas y reclamos [5.5.3]'),
  arrears: group({
    to30: overdue('hasta 30 días'),
    to90: overdue('de 31 a 90 días'),
    to180: overdue('de 91 a 180 días'),
    to360: overdue('de 181 a 360 días'),
    over360: overdue('de más de 360 días'),
  })
    .optional()
    .describe('cartera por edades [5.5.3]'),
}).meta({ id: 'Provider', description: 'Prestador [5.5]' })

export type Provider = z.infer<typeof providerSchema>
