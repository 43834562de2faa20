import type { Given } from '../base/arguments.ts'
import type { Io } from '../base/io.ts'

export const serveOptions = {} as const

/** `pfv serve`: opens the HTTP service, which then keeps the process running. */
export async function serve(_: Given, { environment }: Io): Promise<number> {
  // Loaded only here, so that the other commands start without the service.
  const { serve: open } = await import('../../http/server.ts')
  await open(environment)
  return Number(process.exitCode ?? 0)
}
