import { existsSync, readdirSync } from 'node:fs'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const folders = [...(process.env.PATH ?? '').split(delimiter), ...postgresFolders()]

/** What each folder of these tests needs besides Node, and the Debian package that brings it. */
const needs = [
  { folder: 'test/office', programs: ['soffice', 'pdftoppm'], packages: 'libreoffice-calc-nogui poppler-utils' },
  { folder: 'test/browser', programs: ['chromium'], packages: 'chromium' },
  { folder: 'test/postgres', programs: ['initdb', 'postgres'], packages: 'postgresql' },
  { folder: 'test/faults', programs: [], packages: '' },
]

const missing = needs.filter(({ programs }) => !programs.every(isHere))
for (const { folder, packages } of missing) {
  const sentence = `${folder} needs programs that are not here: apt-get install ${packages}`
  // A machine that promises to have everything may not pass by leaving tests out.
  if (process.env.PFV_TEST_ALL === '1') throw new Error(sentence)
  process.stderr.write(`NOT RUN: ${sentence}\n`)
}

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: needs.filter((one) => !missing.includes(one)).map(({ folder }) => `${folder}/**/*.test.ts`),
    globalSetup: ['test/outside-setup.ts'],
    setupFiles: ['test/setup.ts'],
    reporters: ['default', './.ci/closing-line.mjs'],
    pool: 'forks',
    // These tests start programs of their own and wait for them; two at a time is what the smallest machine bears.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    passWithNoTests: true,
  },
})

function isHere(program: string): boolean {
  return folders.some((folder) => existsSync(`${folder}/${program}`))
}

/** Debian keeps the server's programs off the path, a folder a version. */
function postgresFolders(): string[] {
  const root = '/usr/lib/postgresql'
  return existsSync(root) ? readdirSync(root).map((version) => `${root}/${version}/bin`) : []
}
