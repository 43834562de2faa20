export type Theme = 'light' | 'dark' | 'print'
export const themes = ['light', 'dark', 'print'] as const satisfies readonly Theme[]

export interface Inks {
  readonly background: string
  /** Titles, labels, axes: at least 4.5 to 1 on the background. */
  readonly ink: string
  readonly quiet: string
  readonly grid: string
  readonly zero: string
}

const inks: Readonly<Record<Theme, Inks>> = {
  light: { background: '#ffffff', ink: '#1c2126', quiet: '#5a636c', grid: '#e6e9ec', zero: '#5a636c' },
  dark: { background: '#14181c', ink: '#eef1f4', quiet: '#a8b2bc', grid: '#2a3138', zero: '#a8b2bc' },
  print: { background: '#ffffff', ink: '#000000', quiet: '#3a3a3a', grid: '#d9d9d9', zero: '#000000' },
}

export const inksOf = (theme: Theme): Inks => inks[theme]

/** Okabe and Ito's colours, ordered so that neighbours differ by 15 L* or more when printed in grey; ink stands for black. */
const okabeIto = ['#0072b2', '#e69f00', '#d55e00', '#56b4e9', 'ink', '#009e73', '#f0e442', '#cc79a7'] as const

export const colourCount = okabeIto.length

export function colourOf(index: number, theme: Theme): string {
  const colour = okabeIto[index % colourCount] ?? 'ink'
  return colour === 'ink' ? inks[theme].ink : colour
}

/** The dash of each place in the order, so that lines are told apart without colour. */
const dashes: readonly (readonly number[])[] = [[], [9, 4], [2, 4], [12, 4, 2, 4], [], [6, 3], [2, 2], [14, 3]]
export const dashOf = (index: number): number[] => [...(dashes[index % dashes.length] ?? [])]

const markers = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot', 'star', 'cross', 'rectRounded'] as const
export const markerOf = (index: number): (typeof markers)[number] => markers[index % markers.length] ?? 'circle'

const channels = (hex: string): number[] =>
  [1, 3, 5].map((at) => {
    const s = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return s <= 0.040_45 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
  })

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = channels(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** L* of CIE 1976: what remains of a colour printed in grey, 0 to 100. */
export const lightness = (hex: string): number => {
  const y = luminance(hex)
  return y > 216 / 24_389 ? 116 * Math.cbrt(y) - 16 : (24_389 / 27) * y
}

/** Contrast of WCAG 2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
