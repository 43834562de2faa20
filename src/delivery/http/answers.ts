/** The last answers as they were sent, by what was asked; bounded in bytes, the longest unused go out. */
export class Answers {
  private readonly kept = new Map<string, Buffer>()
  private readonly most: number
  private bytes = 0

  constructor(most: number) {
    this.most = most
  }

  get(key: string): Buffer | undefined {
    const found = this.kept.get(key)
    if (found === undefined) return undefined
    // Asked for again, it becomes the youngest.
    this.kept.delete(key)
    this.kept.set(key, found)
    return found
  }

  keep(key: string, body: Buffer): void {
    if (body.length > this.most / 8) return
    this.drop(key)
    this.kept.set(key, body)
    this.bytes += body.length
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= this.most) break
      this.drop(oldest)
    }
  }

  private drop(key: string): void {
    const found = this.kept.get(key)
    if (found === undefined) return
    this.kept.delete(key)
    this.bytes -= found.length
  }
}

/** Questions whose answers are being worked out: whoever asks the same meanwhile waits for that answer. */
export class Flights {
  private readonly open = new Map<string, { readonly landed: Promise<void>; readonly land: () => void }>()

  /** Resolves when the answer under way is there, or whoever worked on it gave up; undefined where nobody does. */
  landing(key: string): Promise<void> | undefined {
    return this.open.get(key)?.landed
  }

  begin(key: string): void {
    let land = (): void => undefined
    const landed = new Promise<void>((resolve) => {
      land = resolve
    })
    this.open.set(key, { landed, land })
  }

  end(key: string): void {
    this.open.get(key)?.land()
    this.open.delete(key)
  }
}
