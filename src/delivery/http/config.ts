import { z } from 'zod'

const inSpanish = z.locales.es().localeError
const megabyte = 1_000_000

const whole = (least: number, most: number) =>
  z.string().regex(/^\d+$/, 'un número entero').transform(Number).pipe(z.number().min(least).max(most))

const size = z
  .string()
  .regex(/^\d+(\.\d+)?\s*(MB|kB)?$/i, 'un tamaño como 5 MB, 500 kB o 5000000')
  .transform((text) => {
    const amount = Number.parseFloat(text)
    if (/MB$/i.test(text)) return Math.round(amount * megabyte)
    return Math.round(/kB$/i.test(text) ? amount * 1000 : amount)
  })
  .pipe(
    z
      .number()
      .int()
      .min(1)
      .max(200 * megabyte),
  )

const origins = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim().replace(/\/$/, '')))
  .pipe(z.array(z.string().regex(/^https?:\/\/[^/\s,]+$/, 'orígenes separados por comas, como https://datos.gov.co')))

const environmentSchema = z.object({
  PORT: whole(0, 65_535).default(3000).describe('Puerto'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Dirección en la que se escucha'),
  PFV_DATA: z.string().min(1).default('./data').describe('Carpeta del almacén, o memory para ninguno'),
  DATABASE_URL: z.url().optional().describe('PostgreSQL en lugar del almacén propio'),
  PFV_WORKERS: whole(1, 1024).optional().describe('Hilos de las simulaciones y los trabajos; por defecto, los núcleos'),
  PFV_THREADS: whole(1, 64).optional().describe('Hilos que evalúan lo que se pregunta; por defecto, los núcleos'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('Detalle del registro'),
  PFV_BODY_LIMIT: size.default(5 * megabyte).describe('Tamaño máximo de una solicitud'),
  PFV_RATE_LIMIT: whole(1, 1_000_000).optional().describe('Solicitudes por clave y minuto; por defecto, sin límite'),
  PFV_CORS_ORIGINS: origins.optional().describe('Otros sitios cuyas páginas pueden preguntar; por defecto, ninguno'),
  PFV_JOB_DAYS: whole(1, 3650).default(7).describe('Días que se guarda el resultado de un trabajo'),
})

/** An address of a database without its password, wherever it stands. */
export function maskedAddress(text: string): string {
  const address = new URL(text)
  if (address.password !== '') address.password = '***'
  for (const name of [...address.searchParams.keys()])
    if (/pass|secret|token|key/i.test(name)) address.searchParams.set(name, '***')
  return address.href
}

export type Config = z.infer<typeof environmentSchema>

/** What is wrong with the environment, a sentence a line; the start stops with it. */
export class ConfigProblem extends Error {}

/** Reads the configuration out of the environment; an unknown PFV_ name or a bad value throws a ConfigProblem. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const known = Object.keys(environmentSchema.shape)
  const sentences = Object.keys(environment)
    .filter((name) => name.startsWith('PFV_') && !known.includes(name))
    .map((name) => `La variable de entorno ${name} no existe; las que hay son ${known.join(', ')}.`)
  // An empty variable is how a shell or a compose file says "not set".
  const given = Object.fromEntries(known.map((name) => [name, environment[name] || undefined]))
  const read = environmentSchema.safeParse(given, { error: inSpanish })
  for (const issue of read.error?.issues ?? []) {
    const name = String(issue.path[0])
    const value = name === 'DATABASE_URL' ? '…' : given[name]
    sentences.push(`La variable de entorno ${name} vale «${value}» y no puede ser: ${issue.message}.`)
  }
  if (read.data === undefined || sentences.length > 0) throw new ConfigProblem(sentences.join('\n'))
  return read.data
}
