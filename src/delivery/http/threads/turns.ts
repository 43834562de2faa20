/** Lets so many in at once; the others wait in the order in which they came, up to a number and a weight. */
export class Turns {
  private readonly waiting: { readonly weight: number; readonly enter: () => void }[] = []
  private free: number
  private readonly most: { readonly count: number; readonly weight: number }
  private weight = 0

  constructor(places: number, most: { readonly count: number; readonly weight: number }) {
    this.free = places
    this.most = most
  }

  /** How many wait. */
  get length(): number {
    return this.waiting.length
  }

  /** Resolves when it is one's turn; undefined where too many wait already. Each turn must be left. */
  take(weight: number): Promise<void> | undefined {
    if (this.free > 0) {
      this.free -= 1
      return Promise.resolve()
    }
    if (this.waiting.length >= this.most.count || this.weight + weight > this.most.weight) return undefined
    this.weight += weight
    return new Promise((enter) => this.waiting.push({ weight, enter }))
  }

  leave(): void {
    const next = this.waiting.shift()
    if (next === undefined) {
      this.free += 1
      return
    }
    this.weight -= next.weight
    next.enter()
  }
}
