import type { Locale } from '../../../text/numbers.ts'
import { createStore, useStore } from './store.ts'

export const views = [
  'start',
  'summary',
  'compare',
  'explore',
  'statements',
  'risk',
  'tracking',
  'chapter',
  'guide',
  'versions',
] as const
export type ViewName = (typeof views)[number]
export type Money = 'current' | 'baseYear'

/** A question «¿de dónde sale?» as the address holds it. */
export interface Question {
  readonly line: string
  readonly year?: number | undefined
  readonly at?: Readonly<Record<string, string>> | undefined
}

/** Everything that matters for what is seen: a link with it opens the exact view. */
export interface Address {
  readonly view: ViewName
  /** `example:<name>`, `stored:<id>` or `draft:<key>`; undefined on the first page. */
  readonly plan?: string | undefined
  /** 1 to 9 where the view is `chapter`. */
  readonly chapter?: number | undefined
  readonly alternative?: string | undefined
  readonly variant?: string | undefined
  /** Alternative that the others are compared with. */
  readonly base?: string | undefined
  readonly explain?: Question | undefined
  readonly money: Money
  readonly locale: Locale
  /** What a view keeps of its own (an open table, a figure); names are the view's. */
  readonly own: Readonly<Record<string, string>>
}

const plainNames = ['plan', 'alternative', 'variant', 'base'] as const
const taken: ReadonlySet<string> = new Set([...plainNames, 'view', 'chapter', 'explain', 'money', 'locale'])

export function readAddress(search: string): Address {
  const asked = new URLSearchParams(search)
  const plan = asked.get('plan') ?? undefined
  const view = views.find((name) => name === asked.get('view')) ?? (plan === undefined ? 'start' : 'summary')
  const explain = asked.get('explain')
  const chapter = Number(asked.get('chapter') ?? '1')
  return {
    view: plan === undefined ? 'start' : view,
    plan,
    chapter: view === 'chapter' && chapter >= 1 && chapter <= 9 ? chapter : undefined,
    alternative: asked.get('alternative') ?? undefined,
    variant: asked.get('variant') ?? undefined,
    base: asked.get('base') ?? undefined,
    explain: explain === null ? undefined : readQuestion(explain),
    money: asked.get('money') === 'baseYear' ? 'baseYear' : 'current',
    locale: asked.get('locale') === 'en' ? 'en' : 'es',
    own: Object.fromEntries([...asked].filter(([name]) => !taken.has(name))),
  }
}

/** `line|year|dimension=member,…` */
function readQuestion(text: string): Question {
  const [line = '', year = '', at = ''] = text.split('|')
  const pairs = at.split(',').flatMap((pair) => (pair.includes('=') ? [pair.split('=', 2) as [string, string]] : []))
  return {
    line,
    ...(Number.isInteger(Number(year)) && year !== '' ? { year: Number(year) } : {}),
    ...(pairs.length > 0 ? { at: Object.fromEntries(pairs) } : {}),
  }
}

function writeQuestion({ line, year, at = {} }: Question): string {
  const pairs = Object.entries(at).map(([dimension, member]) => `${dimension}=${member}`)
  return [line, year ?? '', pairs.join(',')].join('|').replace(/\|+$/, '')
}

export function writeAddress(address: Address): string {
  const written = new URLSearchParams()
  for (const name of plainNames) {
    const value = address[name]
    if (value !== undefined) written.set(name, value)
  }
  if (address.plan !== undefined && address.view !== 'summary') written.set('view', address.view)
  if (address.chapter !== undefined) written.set('chapter', String(address.chapter))
  for (const [name, value] of Object.entries(address.own)) written.set(name, value)
  if (address.explain !== undefined) written.set('explain', writeQuestion(address.explain))
  if (address.money !== 'current') written.set('money', address.money)
  if (address.locale !== 'es') written.set('locale', address.locale)
  const text = written.toString()
  return text === '' ? '/' : `/?${text}`
}

export const addressStore = createStore<Address>(readAddress(globalThis.location?.search ?? ''))

/** Goes somewhere: members that are not named stay. `replace` leaves no step for the back button. */
export function go(change: Partial<Address>, how: 'push' | 'replace' = 'push'): void {
  const next = { ...addressStore.get(), ...change }
  const text = writeAddress(next)
  if (text === `${location.pathname}${location.search}`) return
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', text)
  addressStore.set(next)
}

/** The address that a link should carry, so that it can be opened in another tab. */
export const hrefOf = (change: Partial<Address>): string => writeAddress({ ...addressStore.get(), ...change })

export function followHistory(): void {
  addEventListener('popstate', () => addressStore.set(readAddress(location.search)))
}

export const useAddress = (): Address => useStore(addressStore)
