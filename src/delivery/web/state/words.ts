import type { Locale } from '../../../text/numbers.ts'
import type { PageWords } from '../../../text/web/page.ts'
import { pageWords } from '../../../text/web/page.ts'
import { addressStore } from './address.ts'
import { useStore } from './store.ts'

export const useLocale = (): Locale => useStore(addressStore, ({ locale }) => locale)
export const useWords = (): PageWords => pageWords[useLocale()]
