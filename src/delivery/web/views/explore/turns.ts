import type { Snapshot } from '../../../../study/explore.ts'
import type { Slider } from '../../worker/protocol.ts'

const steps = 12
const halvings = 8

/** A position from which the winner or a verdict is another, going away from today's value. */
export interface Turn {
  readonly position: number
  /** The winner after it, where it is another; null where none comes first. */
  readonly winner?: string | null
  readonly verdicts: readonly { readonly alternative: string; readonly viable: boolean }[]
}

interface Signed {
  readonly sign: string
  readonly winner: string | null
  readonly viable: ReadonlyMap<string, boolean>
}
type Look = (position: number) => Promise<Signed>

/** Valores de cambio: where, away from today's value, the winner or a verdict of any alternative is another. */
export async function turnsOf(slider: Slider, at: (position: number) => Promise<Snapshot>): Promise<Turn[]> {
  const known = new Map<number, Signed>()
  const look: Look = async (position) => {
    const found = known.get(position) ?? signed(await at(position))
    known.set(position, found)
    return found
  }
  const turns: Turn[] = []
  for (const end of [slider.min, slider.max]) turns.push(...(await turnsTowards(end, slider.step, look)))
  return turns
}

function signed({ ranking, alternatives }: Snapshot): Signed {
  const winner = ranking.order[0]?.alternative ?? null
  const viable = new Map(alternatives.map((of) => [of.id, of.viable]))
  return { sign: `${winner} ${[...viable.values()].join()}`, winner, viable }
}

async function turnsTowards(end: number, step: number, look: Look): Promise<Turn[]> {
  const turns: Turn[] = []
  for (let k = 1; end !== 0 && k <= steps; k += 1) {
    const [near, far] = [(end * (k - 1)) / steps, (end * k) / steps]
    const [before, after] = [await look(near), await look(far)]
    if (before.sign !== after.sign) turns.push(await turnBetween({ near, far, step }, look))
  }
  return turns
}

interface Gap {
  readonly near: number
  readonly far: number
  readonly step: number
}

async function turnBetween(gap: Gap, look: Look): Promise<Turn> {
  const before = await look(gap.near)
  let { near, far } = gap
  for (let k = 0; k < halvings && Math.abs(far - near) > gap.step / 10; k += 1) {
    const middle = (near + far) / 2
    if ((await look(middle)).sign === before.sign) near = middle
    else far = middle
  }
  const after = await look(far)
  return {
    position: far,
    ...(after.winner === before.winner ? {} : { winner: after.winner }),
    verdicts: [...after.viable]
      .filter(([id, viable]) => before.viable.get(id) !== viable)
      .map(([alternative, viable]) => ({ alternative, viable })),
  }
}
