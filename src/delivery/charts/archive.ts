import { strToU8, type Zippable, zipSync } from 'fflate'
import { archiveWords } from '../../text/charts/archive.ts'
import { altOf } from './alt.ts'
import { chartIds, drawnOf } from './catalogue/catalogue.ts'
import { csvOf } from './data.ts'
import type { Look } from './look.ts'
import { pngOf } from './png.ts'
import { svgOf } from './svg.ts'
import type { View } from './view.ts'

/** No clock: the same plan packs into the same bytes. A zip cannot tell a year before 1980. */
const fixedTime = new Date(1980, 0, 1)

/** Every chart of a plan that has something to draw, as PNG, SVG and CSV, with a README that tells what each shows. */
export async function archiveOf(view: View, look: Look, scale: number): Promise<Uint8Array> {
  const files: Zippable = {}
  const told: string[] = []
  const put = (name: string, content: string | Uint8Array, level: 0 | 6): void => {
    files[name] = [typeof content === 'string' ? strToU8(content) : content, { level, mtime: fixedTime }]
  }
  for (const id of chartIds) {
    const drawn = drawnOf(id, view)
    if (drawn === undefined) continue
    const alt = altOf(drawn, look.locale)
    // A PNG is already compressed.
    put(`${id}.png`, await pngOf(drawn, look, scale), 0)
    put(`${id}.svg`, await svgOf(drawn, look, alt), 6)
    put(`${id}.csv`, csvOf(drawn), 6)
    told.push(`${id}\r\n  ${drawn.title}\r\n  ${drawn.subtitle}\r\n  ${alt}\r\n`)
  }
  const { name, hash } = view.result.scenario
  const about = { name, hash, model: view.result.engine.model, alternative: view.alternative.name }
  put(
    archiveWords[look.locale].readme,
    `\uFEFF${archiveWords[look.locale].about(about)}\r\n\r\n${told.join('\r\n')}`,
    6,
  )
  return zipSync(files)
}
