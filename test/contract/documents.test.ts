import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generatedFiles } from '../../src/delivery/docs.ts'
import { engineVersion } from '../../src/study/result.ts'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test('generated documents are those of the code: npm run docs would change nothing', async () => {
  const files = await generatedFiles()
  expect([...files.keys()]).toContain('openapi/openapi.json')
  for (const [path, text] of files) expect(read(path), path).toBe(text)
})

test('the engine carries the version of the package', () => {
  expect(engineVersion).toBe((JSON.parse(read('package.json')) as { version: string }).version)
})
