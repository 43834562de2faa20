import { z } from 'zod'
import { choice, group, hasField, number, share, text } from '../fields.ts'
import { isPathLike, ratePath, referenceRatePath, sharePath } from '../path.ts'

const rateConvention = z.enum(['quarterlyInAdvance', 'monthlyInArrears', 'effective'])

const quotedRate = group({
  rate: referenceRatePath.describe('tasa anual cotizada; fracción'),
  convention: rateConvention
    .default('effective')
    .describe('convención: trimestre anticipado (DTF T.A.), mes vencido (IBR) o efectiva anual'),
})

const referenceRate = choice('reference-rate', [referenceRatePath, quotedRate], (value) =>
  hasField(value, 'rate', 'convention') ? 1 : isPathLike(value) ? 0 : -1,
)

/** Variables económicas [11.3]: precios, índices, tasas. */
export const economySchema = group({
  prices: z.enum(['current', 'constant']).default('current').describe('precios corrientes o constantes [11.3]'),
  inflation: ratePath.describe('inflación; fracción anual'),
  indices: group({
    wage: ratePath.optional().describe('crecimiento del salario mínimo; fracción anual; si falta, la inflación'),
    fuel: ratePath.optional().describe('crecimiento del combustible; fracción anual; si falta, la inflación'),
    construction: ratePath
      .optional()
      .describe('crecimiento de costos de construcción; fracción anual; si falta, la inflación'),
  })
    .prefault({})
    .describe('índices de precios'),
  discountRate: number({ min: -0.5, max: 10 })
    .gt(-0.5)
    .describe('tasa de descuento [11.3]; fracción anual; nominal con precios corrientes, real con constantes'),
  discountTiming: z.enum(['end', 'mid']).default('end').describe('momento del descuento: fin o mitad de año'),
  incomeTaxRate: sharePath.default(0).describe('tarifa del impuesto de renta; fracción'),
  lossCarryForward: z.boolean().default(true).describe('compensación de pérdidas fiscales'),
  interestOnCash: ratePath.default(0).describe('rendimiento de la caja; fracción anual'),
  referenceRates: group({
    dtf: referenceRate.optional().describe('DTF; fracción anual'),
    ibr: referenceRate.optional().describe('IBR; fracción anual'),
  })
    .prefault({})
    .describe('tasas de referencia de los créditos'),
  discountRateBasis: text().optional().describe('estudio del que sale la tasa de descuento [11.3]'),
  minimumDebtServiceCover: number({ min: 0, max: 100 })
    .default(1.2)
    .describe('cobertura mínima del servicio de la deuda; veces'),
  affordabilityLimit: share.default(0.02).describe('límite de asequibilidad; fracción del ingreso del hogar'),
}).meta({ id: 'Economy', description: 'Variables económicas [11.3]' })

export type Economy = z.infer<typeof economySchema>
