import type { Sentence } from '../viability.ts'

const both = (es: string, en: string): Sentence => ({ es, en })

/** Rows that a method needs beside its own in a spreadsheet. */
export const methodWords = {
  short: both('Falta sitio en el año (1 = sí)', 'Site lacking in the year (1 = yes)'),
  discounted: both('Flujo descontado acumulado', 'Cumulative discounted flow'),
  irrGrid: both('TIR: tasas que se prueban, como ln(1 + tasa)', 'IRR: rates that are tried, as ln(1 + rate)'),
  irrValues: both('TIR: valor presente a cada tasa que se prueba', 'IRR: present value at each rate tried'),
  irrLow: both('TIR: extremo de abajo, por mitades', 'IRR: lower end, by halves'),
  irrHigh: both('TIR: extremo de arriba, por mitades', 'IRR: upper end, by halves'),
} as const
