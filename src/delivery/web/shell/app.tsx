import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { lazy } from '../parts/lazy.tsx'
import { Empty, Problem, Waiting } from '../parts/notices.tsx'
import type { ViewName } from '../state/address.ts'
import { useAddress } from '../state/address.ts'
import { openFailure, openPlan, usePlan } from '../state/plan.ts'
import { useStore } from '../state/store.ts'
import { useLocale, useWords } from '../state/words.ts'
import { Start } from '../views/start/start.tsx'
import { Summary } from '../views/summary/summary.tsx'
import { Drawer } from './drawer/drawer.tsx'
import { Header } from './header.tsx'
import { Rail, Tabs } from './rail.tsx'

const later = (load: () => Promise<ComponentType>): ComponentType => lazy(load, Waiting)

/** What is drawn for each name in the address; a new view takes its place here. */
const drawn: Readonly<Partial<Record<ViewName, ComponentType>>> = {
  start: Start,
  summary: Summary,
  compare: later(async () => (await import('../views/compare/compare.tsx')).Compare),
  statements: later(async () => (await import('../views/statements/statements.tsx')).Statements),
  explore: later(async () => (await import('../views/explore/explore.tsx')).Explore),
  risk: later(async () => (await import('../views/risk/risk.tsx')).Risk),
  chapter: later(async () => (await import('../views/chapter/chapter.tsx')).Chapter),
  guide: later(async () => (await import('../views/start/guide.tsx')).Guide),
  versions: later(async () => (await import('../views/versions/versions.tsx')).Versions),
  tracking: later(async () => (await import('../views/tracking/tracking.tsx')).Tracking),
}

export function App() {
  const { view, plan: key } = useAddress()
  const plan = usePlan()
  const failure = useStore(openFailure)
  const locale = useLocale()
  const words = useWords()
  // A plan that is not there is not there a second time.
  const again = failure?.status === 404 || key === undefined ? {} : { retry: () => void openPlan(key) }
  useEffect(() => {
    if (key !== undefined) void openPlan(key)
  }, [key])
  useEffect(() => {
    document.documentElement.lang = locale
    document.title = `${words.views[view]} · ${words.product}`
  }, [locale, view])
  const View = drawn[view] ?? Soon
  if (view === 'start') {
    return (
      <>
        <Header />
        <main id="content" tabIndex={-1}>
          <Start />
        </main>
      </>
    )
  }
  return (
    <>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <Header />
      <div class="frame">
        <Rail />
        <div class="middle">
          <Tabs />
          <main id="content" tabIndex={-1}>
            {failure !== undefined && <Problem problem={failure} {...again} />}
            {failure === undefined && (plan === undefined ? <Waiting /> : <View />)}
          </main>
        </div>
        <Drawer />
      </div>
    </>
  )
}

function Soon() {
  const { soon } = useWords()
  return <Empty title={soon.title} detail={soon.detail} />
}
