import { z } from 'zod'
import { choice, group, number, optionalFields, quantity, year, zone } from '../fields.ts'
import { isPathLike, ratePath } from '../path.ts'

export const strata = ['stratum1', 'stratum2', 'stratum3', 'stratum4', 'stratum5', 'stratum6'] as const
export const userClasses = [
  ...strata,
  ...['smallCommercial', 'smallIndustrial', 'smallOfficial', 'largeCommercial', 'largeIndustrial', 'largeOfficial'],
] as readonly UserClass[] as readonly [UserClass, ...UserClass[]]

export type Stratum = (typeof strata)[number]
/** Clase de usuario [5.4.1]: estrato residencial o tipo de usuario no residencial. */
export type UserClass =
  | Stratum
  | 'smallCommercial'
  | 'smallIndustrial'
  | 'smallOfficial'
  | 'largeCommercial'
  | 'largeIndustrial'
  | 'largeOfficial'

const userClass = z.enum(userClasses)

export const landUses = ['residential', 'industrial', 'commercial', 'institutional', 'publicWays'] as const
export type LandUse = (typeof landUses)[number]
export const areaDrivers = landUses.map((use) => `area:${use}` as const)

/** True for the six residential strata. */
export function isResidential(kind: string): kind is Stratum {
  return (strata as readonly string[]).includes(kind)
}

const growthNames = z.enum(['population', ...areaDrivers])
const growth = choice('user-growth', [growthNames, ratePath], (value) =>
  typeof value === 'string' ? 0 : isPathLike(value) ? 1 : -1,
)
const timesAYear = number({ min: 0, max: 10_000 })

/** Estructura de usuarios [5.4.1, 5.5.3, 6.2]: una fila por clase y zona. */
export const userRowSchema = group({
  class: userClass.describe('clase de usuario: estrato o tipo no residencial'),
  zone: zone.describe('zona: urbana o rural'),
  dwellings: quantity.describe('domicilios existentes (V); número'),
  served: quantity.optional().describe('usuarios servidos (U); número; si falta, los domicilios'),
  billed: quantity.optional().describe('usuarios facturados (Ufac); número; si falta, los servidos'),
  vacant: quantity.default(0).describe('predios desocupados (ND); número'),
  persons: number({ min: 0, max: 1000 }).optional().describe('habitantes por domicilio; personas'),
  growth: growth
    .default('population')
    .describe('crecimiento: el de la población de su zona, el de un uso del suelo, o fracción anual [6.5, 6.6]'),
  productionPerUser: number({ min: 0, max: 1e6 }).optional().describe('producción por usuario en t = 0; t/mes'),
  productionFactor: number({ min: 0, max: 100 }).default(1).describe('factor de producción de la clase; sin unidad'),
  weeklyFrequency: number({ min: 0, max: 100 })
    .optional()
    .describe('frecuencia de recolección; veces por semana [5.4.2]'),
  multiUsers: group({
    current: quantity.optional().describe('multiusuarios actuales; número'),
    potential: quantity.optional().describe('multiusuarios potenciales; número'),
  })
    .optional()
    .describe('multiusuarios'),
  continuity: group({
    scheduled: timesAYear.describe('recolecciones programadas (D); veces al año'),
    missed: timesAYear.describe('recolecciones no prestadas (Di); veces al año'),
  })
    .optional()
    .describe('continuidad [5.4.2]'),
})
  .transform((row) => {
    const served = row.served ?? row.dwellings
    return { ...row, served, billed: row.billed ?? served }
  })
  .meta({ id: 'UserRow', description: 'Estructura de usuarios [5.4.1, 5.5.3, 6.2]' })

export type UserRow = z.infer<typeof userRowSchema>

/** An optional member for each class of user. */
export const byClass = <V extends z.ZodType>(value: V) => optionalFields<UserClass, V>(userClasses, value)

/** Áreas de expansión urbana [6.4]. */
export const expansionSchema = group({
  year: year.describe('año en que aparece; año calendario'),
  zone: zone.default('urban').describe('zona'),
  class: userClass.describe('clase de usuario'),
  dwellings: quantity.describe('domicilios nuevos; número'),
  persons: number({ min: 0, max: 1000 }).default(0).describe('habitantes por domicilio; personas'),
}).meta({ id: 'Expansion', description: 'Área de expansión urbana [6.4]' })

export type Expansion = z.infer<typeof expansionSchema>
