import type { Line } from '../../formula/entry.ts'
import * as generation from '../1-projections/generation.ts'
import * as landfill from '../1-projections/landfill.ts'
import * as population from '../1-projections/population.ts'
import * as production from '../1-projections/production.ts'
import * as recovery from '../1-projections/recovery.ts'
import * as sweeping from '../1-projections/sweeping.ts'
import * as users from '../1-projections/users.ts'
import * as items from '../3-costs/items.ts'
import * as prices from '../3-costs/prices.ts'

const isLine = (x: unknown): x is Line => typeof x === 'object' && x !== null && 'type' in x && x.type === 'line'

/** What a tariff study's own formula may read: the public lines of the projections and of the costs. */
export const formulaScope = (): readonly Line[] => scope

const scope: readonly Line[] = [population, users, production, sweeping, generation, recovery, landfill, prices, items]
  .flatMap((module) => Object.entries(module).sort(([a], [b]) => (a < b ? -1 : 1)))
  .map(([, entry]) => entry)
  .filter(isLine)
  .filter((line) => !line.detail)
