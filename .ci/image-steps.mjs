// Exercises the Dockerfile without a Docker engine: copies what .dockerignore lets through into a clean folder, runs the
// same COPY and RUN steps there, and starts the image's command as an ordinary user who cannot write the program.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'pfv-image-'))
chmodSync(scratch, 0o755)
const context = join(scratch, 'context')
const asRoot = process.getuid?.() === 0
const nobody = asRoot ? { uid: 65534, gid: 65534 } : {}
const owner = asRoot ? '65534:65534' : `${process.getuid?.()}:${process.getgid?.()}`
const step = (text) => console.log(`== ${text}`)

function demand(holds, sentence) {
  if (!holds) throw new Error(sentence)
}

/** The context that Docker would send: everything is ignored but the lines that begin with an exclamation mark. */
function copyContext() {
  const lines = readFileSync(join(repository, '.dockerignore'), 'utf8').split('\n').filter(Boolean)
  demand(lines[0] === '**', '.dockerignore must begin by ignoring everything')
  for (const line of lines.slice(1)) {
    demand(line.startsWith('!'), `.dockerignore: ${line} is not understood here`)
    cpSync(join(repository, line.slice(1)), join(context, line.slice(1)), { recursive: true })
  }
}

const instructions = readFileSync(join(repository, 'Dockerfile'), 'utf8')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n/g, ' ')
  .split('\n')
  .map((line) => /^(\w+)\s+(.*)$/.exec(line))
  .filter((match) => match !== null)
  .map(([, name, rest]) => ({ name, rest }))

const environment = {}
const stages = []
let last
let check

/** A place of the image as a place of the scratch folder. */
const placed = (stage, path) => join(stage.root, path.startsWith('/') ? path : join(stage.folder, path))

function copy(stage, words) {
  const from = words[0]?.startsWith('--from=') ? stages.find(({ name }) => `--from=${name}` === words[0]) : undefined
  const [sources, target] = [words.slice(from === undefined ? 0 : 1, -1), words.at(-1)]
  for (const source of sources) {
    const place = from === undefined ? join(context, source) : placed(from, source)
    const into = target.endsWith('/') ? join(target, source.slice(source.lastIndexOf('/') + 1)) : target
    // As Docker does, links stay links.
    cpSync(place, placed(stage, into), { recursive: true, verbatimSymlinks: true })
  }
}

function run(stage, command) {
  step(`RUN ${command}`)
  const inside = command.replaceAll(/(?<= )\/(?=\w)/g, `${stage.root}/`).replaceAll('node:node', owner)
  const { status } = spawnSync('sh', ['-c', inside], {
    cwd: placed(stage, '.'),
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  demand(status === 0, `RUN ${command}: ended with ${status}`)
}

const acts = {
  FROM: (rest) =>
    stages.push({ name: / AS (\w+)/.exec(rest)?.[1] ?? '', root: join(scratch, `stage${stages.length}`), folder: '/' }),
  WORKDIR: (rest, stage) => {
    stage.folder = rest
    mkdirSync(placed(stage, '.'), { recursive: true })
  },
  COPY: (rest, stage) => copy(stage, rest.split(/\s+/)),
  RUN: (rest, stage) => run(stage, rest),
  ENV: (rest) => Object.assign(environment, Object.fromEntries(rest.split(/\s+/).map((pair) => pair.split('=')))),
  HEALTHCHECK: (rest) => {
    check = JSON.parse(rest.slice(rest.indexOf('CMD') + 3))
  },
  CMD: (rest) => {
    last = JSON.parse(rest)
  },
  USER: (rest) => demand(rest === 'node', 'the image must not run as root'),
  VOLUME: (rest, stage) => demand(existsSync(placed(stage, rest)), `${rest} does not exist`),
  EXPOSE: () => undefined,
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address()
  await new Promise((done) => server.close(done))
  return String(port)
}

async function answered(url, options, tries = 60) {
  for (let i = 0; ; i += 1) {
    try {
      return await fetch(url, options)
    } catch (error) {
      if (i === tries) throw error
      await new Promise((done) => setTimeout(done, 500))
    }
  }
}

async function exercise(stage) {
  const inside = { cwd: placed(stage, '.'), ...nobody }
  const env = {
    ...environment,
    PATH: process.env.PATH,
    PORT: await freePort(),
    PFV_DATA: placed(stage, environment.PFV_DATA),
  }
  const node = (args, more = {}) => spawnSync('node', args, { ...inside, env, encoding: 'utf8', ...more })
  if (asRoot) {
    const write = node(['-e', 'require("node:fs").writeFileSync("dist/written", "")'])
    demand(write.status !== 0, 'the user of the image can write the program')
  }
  step('start without a key')
  const early = node(last.slice(1))
  demand(early.status === 2 && early.stderr.includes('pfv keys create'), `it must ask for a key: ${early.stderr}`)
  step('pfv keys create')
  const made = node(['dist/delivery/cli/main.js', 'keys', 'create', '--name', 'administración', '--scope', 'admin'])
  const key = made.stdout.trim()
  demand(made.status === 0 && /^pfv_[\w-]{43}$/.test(key), `no key: ${made.stderr}`)

  step(`start: ${last.join(' ')}`)
  const child = spawn(last[0], last.slice(1), { ...inside, env, stdio: ['ignore', 'inherit', 'inherit'] })
  const ended = new Promise((done) => child.once('exit', (code, signal) => done({ code, signal })))
  try {
    const base = `http://127.0.0.1:${env.PORT}`
    demand((await answered(`${base}/health/ready`)).status === 200, 'not ready')
    demand(node(check.slice(1)).status === 0, 'the health check fails')
    const page = await (await fetch(base)).text()
    demand(page.includes('<script') && page.includes('/assets/'), 'the page is not in the image')
    const plan = { method: 'POST', body: readFileSync(join(stage.root, 'app/scenarios/minimal.json')) }
    const headers = { 'content-type': 'application/json' }
    const evaluate = (more) => fetch(`${base}/v1/evaluations`, { ...plan, headers: { ...headers, ...more } })
    demand((await evaluate({})).status === 401, 'it answers without a key')
    const result = await evaluate({ authorization: `Bearer ${key}` })
    demand(result.status === 200 && (await result.json()).variants.length > 0, 'no evaluation')
    const chart = await fetch(`${base}/v1/charts/cash-flow.png`, {
      ...plan,
      headers: { ...headers, authorization: `Bearer ${key}` },
    })
    demand(chart.status === 200, `no chart: ${chart.status}`)
  } finally {
    step('SIGTERM')
    child.kill('SIGTERM')
  }
  const { code, signal } = await ended
  demand(code === 0, `it ended with ${code ?? signal}`)
}

try {
  copyContext()
  for (const { name, rest } of instructions) {
    demand(acts[name] !== undefined, `${name} is not understood here`)
    acts[name](rest, stages.at(-1))
  }
  if (asRoot) chownSync(placed(stages.at(-1), environment.PFV_DATA), 65534, 65534)
  await exercise(stages.at(-1))
  console.log('The steps of the image work: built, started as an ordinary user, answered, ended well.')
} finally {
  rmSync(dirname(resolve(context)), { recursive: true, force: true })
}
