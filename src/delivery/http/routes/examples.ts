import { readdir, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { Refusal } from '../problem.ts'
import type { App } from '../schema.ts'
import { problemAnswers } from '../schema.ts'

/** The folder of the bundled plans: beside `src` in a checkout, beside `dist` once it is compiled. */
const folder = new URL('../../../../scenarios/', import.meta.url)

const exampleSchema = z
  .strictObject({
    name: z.string().describe('Under this name the plan is read.'),
    title: z.string(),
    description: z.string(),
    municipalities: z.array(z.string()),
    baseYear: z.number().int(),
    alternatives: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    variants: z.number().int(),
  })
  .meta({ id: 'Example' })
type Example = z.infer<typeof exampleSchema>

/** What a card needs of a bundled plan; the files are ours and pass their own tests. */
interface Written {
  readonly name: string
  readonly description?: string
  readonly baseYear: number
  readonly territory: { readonly municipalities: readonly { readonly id: string; readonly name?: string }[] }
  readonly alternatives: readonly { readonly id: string; readonly name?: string }[]
  readonly variants?: readonly unknown[]
}

/** The plans that come with the house: an order from the smallest to the regional one, as a first reader wants them. */
const order = ['san-pedro-valle', 'minimal', 'small-town', 'declining', 'loans', 'regional', 'entities']
const placeOf = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length)

/** GET /v1/examples[/{name}]: los planes que vienen con la herramienta. */
export function exampleRoutes(app: App): void {
  app.get(
    '/v1/examples',
    {
      schema: {
        tags: ['scenarios'],
        summary: 'Los planes de ejemplo',
        description: 'The plans that come with the tool: title, what each shows, and its size.',
        response: { 200: z.strictObject({ items: z.array(exampleSchema) }), ...problemAnswers() },
      },
    },
    async () => ({ items: await Promise.all((await names()).map(exampleOf)) }),
  )
  app.get(
    '/v1/examples/:name',
    {
      schema: {
        tags: ['scenarios'],
        summary: 'Un plan de ejemplo completo',
        description: 'The document of one of the plans that come with the tool.',
        params: z.strictObject({ name: z.string().max(100) }),
        response: { 200: z.looseObject({ name: z.string() }).meta({ id: 'ExampleDocument' }), ...problemAnswers(404) },
      },
    },
    async (request) => {
      const { name } = request.params
      // Only what the folder lists is read, so that a name cannot lead out of it.
      if (!(await names()).includes(name)) throw new Refusal('not-found')
      return { ...(await documentOf(name)) }
    },
  )
}

async function names(): Promise<string[]> {
  const files = await readdir(folder)
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort((a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b))
}

async function documentOf(name: string): Promise<Written> {
  return JSON.parse(await readFile(new URL(`${name}.json`, folder), 'utf8')) as Written
}

async function exampleOf(name: string): Promise<Example> {
  const plan = await documentOf(name)
  return {
    name,
    title: plan.name,
    description: plan.description ?? '',
    municipalities: plan.territory.municipalities.map((one) => one.name ?? one.id),
    baseYear: plan.baseYear,
    alternatives: plan.alternatives.map((one) => ({ id: one.id, name: one.name ?? one.id })),
    variants: plan.variants?.length ?? 0,
  }
}
