import { configurationOf } from './configuration.ts'
import { canvasOf, inTurn } from './drawing.ts'
import type { Look } from './look.ts'
import type { Drawn } from './picture.ts'

/** A PNG of width × scale by height × scale pixels; encoded off the main thread. */
export function pngOf(drawn: Drawn, look: Look, scale = 1): Promise<Buffer> {
  const size = { width: Math.round(look.width * scale), height: Math.round(look.height * scale) }
  return inTurn(() => canvasOf(size, 'png').renderToBuffer(configurationOf(drawn, { ...look, ...size })))
}
