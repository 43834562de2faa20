import { readFileSync } from 'node:fs'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export interface PeerCase {
  fn: string
  args: Json[]
  kwargs?: { [key: string]: Json }
  result?: Json
  expected?: Json
  raises?: string
}

export function readVectors<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`./vectors/${name}.json`, import.meta.url), 'utf8')) as T
}

/** A peer writes exact decimals as {"decimal": "..."}. */
export function toNumber(value: Json): number {
  if (typeof value === 'number') return value
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Number(value.decimal)
  throw new TypeError(`not a number: ${JSON.stringify(value)}`)
}

export function isNumberList(value: Json): value is number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number')
}

/** Distance between two numbers as a share of the greater, so that 1e-9 means nine equal figures. */
export function relativeError(found: number, expected: number, floor = 0): number {
  return Math.abs(found - expected) / Math.max(Math.abs(expected), floor, Number.MIN_VALUE)
}
