const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Arrows move from cell to cell once they no longer move inside the text. */
export function moveCell(event: KeyboardEvent): void {
  const step = steps[event.key]
  const from = event.target
  if (step === undefined || !(from instanceof HTMLElement) || event.altKey) return
  const sideways = step[0] === 0
  if (from instanceof HTMLSelectElement && !sideways) return
  if (from instanceof HTMLButtonElement && event.key === 'Enter') return
  if (from instanceof HTMLInputElement && sideways && !atEdge(from, step[1])) return
  const [row = 0, column = 0] = (from.closest<HTMLElement>('[data-cell]')?.dataset.cell ?? '').split('.').map(Number)
  const table = from.closest('table')
  const next = table?.querySelector<HTMLElement>(`[data-cell="${row + step[0]}.${column + step[1]}"]`)
  const inner = next?.querySelector<HTMLElement>('input, select, button')
  if (inner === null || inner === undefined) return
  event.preventDefault()
  inner.focus()
}

function atEdge(input: HTMLInputElement, step: number): boolean {
  const { selectionStart: start, selectionEnd: end, value } = input
  if (start === 0 && end === value.length) return true
  return start === end && (step < 0 ? start === 0 : end === value.length)
}
