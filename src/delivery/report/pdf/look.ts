import type { Style } from './ink.ts'

/** Carta, the paper of Colombian offices, in points. */
export const paper = Object.freeze({ short: 612, long: 792, margin: 54, head: 30, foot: 34 })

const ink = '#1a1a1a'
export const colours = Object.freeze({
  ink,
  head: '#17365d',
  soft: '#5a6470',
  rule: '#c3cad3',
  strongRule: '#17365d',
  band: '#e9eef4',
  group: '#f4f6f9',
  warning: '#fdf6e3',
  warningRule: '#c98a00',
})

export const styles = Object.freeze({
  heading1: { size: 17, weight: 'bold', colour: colours.head },
  heading2: { size: 12.5, weight: 'bold', colour: colours.head },
  heading3: { size: 10.5, weight: 'bold', colour: colours.head },
  body: { size: 9.5, colour: ink },
  lead: { size: 12.5, weight: 'bold', colour: ink },
  note: { size: 8, colour: colours.soft },
  formula: { size: 8, colour: ink },
  caption: { size: 8.5, weight: 'bold', colour: colours.head },
  unit: { size: 8, colour: colours.soft },
  cell: { size: 7.6, colour: ink },
  cellBold: { size: 7.6, weight: 'bold', colour: ink },
  running: { size: 7.5, colour: colours.soft },
} satisfies Record<string, Style>)

/** Space before and after each kind of block. */
export const gaps = Object.freeze({ heading1: 10, heading2: 13, heading3: 10, block: 7, table: 10, figure: 10 })
