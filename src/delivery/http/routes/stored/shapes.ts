import { z } from 'zod'
import { problemSchema } from '../../problem.ts'

const item = {
  id: z.string(),
  name: z.string(),
  municipalities: z.array(z.string()).readonly(),
  version: z.number().int(),
  hash: z.string().describe('SHA-256 of the canonical document'),
  valid: z.boolean().describe('Whether it can be evaluated'),
  label: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string().describe('When this version was written'),
}

export const itemSchema = z.strictObject(item).meta({ id: 'StoredScenarioItem' })
export const listSchema = z
  .strictObject({
    items: z.array(itemSchema).readonly(),
    next: z.string().nullable().describe('Cursor of the next page; null on the last'),
  })
  .meta({ id: 'StoredScenarioList' })
export const storedSchema = z
  .strictObject({
    ...item,
    document: z.looseObject({}).describe('As it was posted'),
    problems: problemSchema.shape.errors.unwrap().describe('What keeps it from being evaluated; none where valid'),
  })
  .meta({ id: 'StoredScenario' })

/** A plan may be stored half typed: any object, named so that it is told from the plan that a study takes. */
export const documentSchema = z.looseObject({}).meta({ id: 'AnyScenario' })

export const idParams = z.strictObject({ id: z.string().max(100) })
export const versionNumber = z.coerce.number().int().min(1).max(2_000_000_000)
export const versionParams = z.strictObject({ ...idParams.shape, version: versionNumber })
const label = z.string().trim().min(1).max(200)
export const labelQuery = z.strictObject({ label: label.optional().describe('Name of this version') })
export const labelBody = z
  .strictObject({ label: label.nullable().describe('Name of the version; null takes it away') })
  .meta({ id: 'VersionLabel' })
