import { unzipSync } from 'fflate'
import { workbookProblems } from '../../text/workbook/problems.ts'
import type { Value } from './cells.ts'
import { sheetValues } from './write.ts'

/** The largest file that is opened, and the most that it may take once inflated; bytes. */
export const mostBytes = 20_000_000
const mostInflated = 200_000_000

/** A workbook that cannot be opened, by the name of its problem. */
export class BadWorkbook extends Error {
  readonly code: keyof typeof workbookProblems
  constructor(code: keyof typeof workbookProblems) {
    super(workbookProblems[code].es)
    this.name = 'BadWorkbook'
    this.code = code
  }
}

/** The values of the sheet that has one of the names. Throws BadWorkbook; nothing is inflated before its sizes were seen. */
export async function openSheet(bytes: Uint8Array, names: readonly string[]): Promise<Value[][]> {
  if (bytes.length > mostBytes) throw new BadWorkbook('too-large')
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new BadWorkbook('not-zip')
  const sizes = directory(bytes)
  if (sizes.reduce((sum, { size }) => sum + size, 0) > mostInflated) throw new BadWorkbook('bomb')
  if (!sizes.some(({ name }) => name === 'xl/workbook.xml')) throw new BadWorkbook('not-zip')
  // A directory may lie: what inflates to more than it says is refused by its true size.
  let inflated: Record<string, Uint8Array>
  try {
    inflated = unzipSync(bytes)
  } catch {
    throw new BadWorkbook('damaged')
  }
  if (Object.values(inflated).reduce((sum, { length }) => sum + length, 0) > mostInflated) throw new BadWorkbook('bomb')
  let values: Value[][] | undefined
  try {
    values = await sheetValues(bytes, names)
  } catch {
    throw new BadWorkbook('damaged')
  }
  if (values === undefined) throw new BadWorkbook('not-ours')
  return values
}

function directory(bytes: Uint8Array): { name: string; size: number }[] {
  const found: { name: string; size: number }[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        found.push({ name, size: originalSize })
        return false
      },
    })
  } catch {
    throw new BadWorkbook('damaged')
  }
  return found
}
