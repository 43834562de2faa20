import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { buildApp } from '../../src/delivery/http/app.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface Bench {
  readonly address: string
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Opened>
  readonly close: () => Promise<void>
}

export interface Opened {
  readonly page: Page
  /** Whatever a planner should never meet: errors in the console, broken policy, requests to elsewhere. */
  readonly wrongs: string[]
}

/** Starts the service with the page as it was built for these tests, on a free port and a browser; close it when done. */
export async function startBench(): Promise<Bench> {
  const app: FastifyInstance = await buildApp()
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser: Browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
  return {
    address,
    open: async (path, options = {}) => {
      // Scripts put in by the test (axe) are not the page's; the service's own header stands.
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
      const page = await context.newPage()
      const wrongs: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') wrongs.push(message.text())
      })
      page.on('pageerror', (error) => wrongs.push(error.message))
      page.on('request', (request) => {
        if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(address)) wrongs.push(request.url())
      })
      await page.goto(`${address}${path}`)
      return { page, wrongs }
    },
    close: async () => {
      await browser.close()
      await app.close()
    },
  }
}

/** What axe finds against WCAG 2.2 AA, one line a place. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await axe.run({ runOnly: tags })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}
