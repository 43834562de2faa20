import { configurationOf } from './configuration.ts'
import { canvasOf, inTurn } from './drawing.ts'
import type { Look } from './look.ts'
import type { Drawn } from './picture.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Skia numbers its clips over the whole process; numbered within the picture, the same picture has the same bytes. */
function named(svg: string): string {
  const names = new Map<string, string>()
  return svg.replaceAll(/\bcl_[0-9a-z]+/g, (old) => {
    const known = names.get(old) ?? `clip${names.size}`
    names.set(old, known)
    return known
  })
}

/** An SVG whose letters are paths, so that it needs no font, with the text alternative as its title. */
export function svgOf(drawn: Drawn, look: Look, alt: string): Promise<string> {
  return inTurn(async () => {
    const canvas = canvasOf(look, 'svg')
    const bytes = canvas.renderToBufferSync(configurationOf(drawn, look), 'application/pdf')
    return named(bytes.toString('utf8')).replace(
      /<svg [^>]*>/,
      (open) => `${open.replace(/>$/, ' role="img">')}<title>${escaped(alt)}</title>`,
    )
  })
}
