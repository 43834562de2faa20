import type { SwaggerOptions } from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { gated, securitySchemes } from './gate/contract.ts'

type Json = { [key: string]: unknown }

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

function schemaNames(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (!isObject(value)) return found
  const reference = value.$ref
  if (typeof reference === 'string') found.add(reference.slice(reference.lastIndexOf('/') + 1))
  for (const inner of Object.values(value)) schemaNames(inner, found)
  return found
}

/**
 * The provider writes every schema twice, as it is sent (`…Input`) and as it comes back; only what a route or a schema
 * refers to is kept, under its own name where only one of the two is.
 */
function tidied(document: Json): Json {
  const components = isObject(document.components) ? document.components : {}
  const schemas = isObject(components.schemas) ? components.schemas : {}
  const kept = new Set<string>()
  const pending = [...schemaNames(document.paths)]
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (kept.has(name) || schemas[name] === undefined) continue
    kept.add(name)
    pending.push(...schemaNames(schemas[name]))
  }
  const renamed = (name: string): string => {
    const own = name.replace(/Input$/, '')
    return kept.has(own) ? name : own
  }
  const entries = [...kept].map((name): [string, unknown] => [renamed(name), schemas[name]])
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  const whole = { ...document, components: { ...components, schemas: Object.fromEntries(entries) } }
  return JSON.parse(JSON.stringify(whole), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? value.replace(/[^/]+$/, renamed) : value,
  ) as Json
}

/** The OpenAPI 3.1 document is made out of the routes and their zod schemas. */
export function openapiOptions(version: string): SwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Plan Financiero Viable',
        version,
        license: { name: 'MIT', identifier: 'MIT' },
        description:
          'Simulador del Plan Financiero Viable de los PGIRS (Resolución 1045 de 2003). ' +
          'Simulator of the Viable Financial Plan of Colombian solid-waste plans.',
      },
      servers: [{ url: '/' }],
      components: { securitySchemes },
      tags: [
        { name: 'scenarios', description: 'Planes guardados y planes de ejemplo' },
        { name: 'study', description: 'Lo que se calcula sobre un plan' },
        { name: 'jobs', description: 'Trabajos largos: simulaciones, portafolios, libros y documentos' },
        { name: 'reference', description: 'El libro de fórmulas, la norma y los esquemas' },
        { name: 'operations', description: 'Vida del servicio' },
      ],
    },
    transform: jsonSchemaTransform,
    transformObject: (document) =>
      gated(tidied(jsonSchemaTransformObject(document) as unknown as Json)) as ReturnType<
        typeof jsonSchemaTransformObject
      >,
  }
}
