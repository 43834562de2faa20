import { render } from 'preact'
import { App } from './shell/app.tsx'
import { followHistory } from './state/address.ts'
import { watchConnection } from './state/edit.ts'
import { followAddress } from './state/plan.ts'
import { followTheme } from './state/settings.ts'

followTheme()
followHistory()
followAddress()
watchConnection()
const place = document.getElementById('page')
if (place !== null) render(<App />, place)
