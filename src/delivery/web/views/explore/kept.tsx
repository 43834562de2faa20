import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'

/** Drawn again only when something in `by` is another: for what is dear to draw and often stands beside a change. */
export function Kept({ draw, by }: { draw: () => VNode; by: readonly unknown[] }) {
  return useMemo(draw, by)
}
