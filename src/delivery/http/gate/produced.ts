import type { FastifyRequest } from 'fastify'

const json = ['application/json', 'application/problem+json']

interface Described {
  readonly content?: Readonly<Record<string, unknown>>
}

/** The media types in which an address may answer, by its documented successes; any where it documents none. */
export function producedBy({ routeOptions }: FastifyRequest): readonly string[] {
  const { schema } = routeOptions
  // The page and the documentation answer in their own types, and of what does not exist there is no type.
  if (schema?.response === undefined || schema.response === null) return ['*/*']
  const successes = Object.entries(schema.response as Record<string, Described>).filter(([status]) => /^2/.test(status))
  return successes.flatMap(([, { content }]) => (content === undefined ? json : Object.keys(content)))
}
