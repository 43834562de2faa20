import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { ReportDocument } from '../document.ts'

const text = /\.(?:xml|rels)$/u
/** Names that the writer draws by chance: of media files, and of links to them. */
const drawnNames = /(?<=media\/|"rId(?=[a-z0-9_-]{12,})|_Toc|bkmk)[\w-]{16,}/gu
/** Numbers that the writer counts over all documents of the process: of bookmarks and of pictures. */
const counted = /(<w:bookmark(?:Start|End)\b[^>]*\bw:id="|<(?:wp:docPr|pic:cNvPr)\b[^>]*\bid=")(\d+)/gu
const stamps = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(?=<)/gu

/** The same file without clock or chance: dates of the plan's base year, names numbered in order, parts packed at one moment. */
export function steady(bytes: Uint8Array, { year }: Pick<ReportDocument, 'year'>): Uint8Array {
  const parts = unzipSync(bytes)
  const date = `${year}-01-01T00:00:00Z`
  const names = new Map<string, string>()
  const named = (name: string): string => {
    const known = names.get(name) ?? `n${String(names.size + 1).padStart(5, '0')}`
    names.set(name, known)
    return known
  }
  const numbers = { bookmark: new Map<string, number>(), picture: new Map<string, number>() }
  const numbered = (_: string, before: string, number: string): string => {
    const own = before.startsWith('<w:') ? numbers.bookmark : numbers.picture
    const known = own.get(number) ?? own.size + 1
    own.set(number, known)
    return `${before}${known}`
  }
  const packed: Record<string, [Uint8Array, { mtime: Date; level: 6 }]> = {}
  for (const path of Object.keys(parts)) {
    const part = parts[path] as Uint8Array
    const content = text.test(path)
      ? strToU8(
          strFromU8(part).replaceAll(stamps, `$1${date}`).replaceAll(drawnNames, named).replaceAll(counted, numbered),
        )
      : part
    packed[path.replaceAll(drawnNames, named)] = [content, { mtime: new Date(1980, 0, 1), level: 6 }]
  }
  return zipSync(packed)
}
