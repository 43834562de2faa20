import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { createClient } from '../../src/delivery/client/client.ts'
import { buildApp } from '../../src/delivery/http/app.ts'
import { minimal } from '../contract/service.ts'

const run = promisify(execFile)

test('LibreOffice opens the lines of a stored plan by their address, numbers as numbers', async () => {
  const app = await buildApp()
  const folder = mkdtempSync(join(tmpdir(), 'pfv-office-'))
  try {
    await app.listen({ port: 0, host: '127.0.0.1' })
    const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
    const { data } = await createClient(base)('POST /v1/scenarios', { body: minimal() })
    const options = [`-env:UserInstallation=file://${folder}/profile`, '--headless']
    // Comma, quotes, UTF-8, English numbers: what the recipe tells a person to choose.
    const filter = '--infilter=Text - txt - csv (StarCalc):44,34,76,1,,1033'
    const address = `${base}/v1/scenarios/${data.id}/lines.csv`
    await run('soffice', [...options, filter, '--convert-to', 'fods', '--outdir', folder, address])
    const sheet = readFileSync(join(folder, 'lines.fods'), 'utf8')
    expect(sheet).toContain('<text:p>alternative</text:p>')
    expect([...sheet.matchAll(/office:value-type="float" office:value="/g)].length).toBeGreaterThan(200)
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
