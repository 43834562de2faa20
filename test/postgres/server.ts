import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL of its own on a free loopback port, gone with everything in it when it stops. */
export interface PostgresServer {
  /** Makes an empty database and gives its address. */
  readonly fresh: () => Promise<string>
  /** Stops the server, by default at once as a power cut would, and starts it again with what it had. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>
  readonly start: () => Promise<void>
  readonly close: () => Promise<void>
}

const root = '/usr/lib/postgresql'
const folders = [
  ...(process.env.PATH ?? '').split(delimiter),
  ...(existsSync(root) ? readdirSync(root).map((version) => `${root}/${version}/bin`) : []),
]

function programOf(name: string): string {
  const folder = folders.find((one) => existsSync(join(one, name)))
  if (folder === undefined) throw new Error(`${name} is not installed`)
  return join(folder, name)
}

/** The server refuses to run as root, who becomes its usual user. */
const isRoot = process.getuid?.() === 0
const asUser = (program: string, args: readonly string[]): [string, string[]] =>
  isRoot
    ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...args]]
    : [program, [...args]]

export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'pfv-postgres-'))
  if (isRoot) {
    const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
    chownSync(folder, idOf('-u'), idOf('-g'))
  }
  chmodSync(folder, 0o700)
  const data = join(folder, 'data')
  const [make, makeArgs] = asUser(programOf('initdb'), [
    '-D',
    data,
    '-U',
    'pfv',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--no-sync',
  ])
  execFileSync(make, makeArgs, { stdio: 'ignore', cwd: folder })
  const port = await freePort()
  const settings = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1']
  const [run, runArgs] = asUser(programOf('postgres'), settings)
  let child: ChildProcess | undefined
  const start = async (): Promise<void> => {
    child = spawn(run, runArgs, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    await ready(child)
  }
  try {
    await start()
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  const stop = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
    const running = child
    child = undefined
    if (running === undefined) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill(signal)
    await ended
  }
  const close = async (): Promise<void> => {
    await stop('SIGINT')
    rmSync(folder, { recursive: true, force: true })
  }
  const addressOf = (name: string): string => `postgresql://pfv@127.0.0.1:${port}/${name}`
  let count = 0
  const fresh = async (): Promise<string> => {
    count += 1
    const client = new pg.Client({ connectionString: addressOf('postgres') })
    await client.connect()
    await client.query(`create database pfv${count}`)
    await client.end()
    return addressOf(`pfv${count}`)
  }
  return { fresh, start, stop, close }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      told += chunk.toString()
      if (told.includes('ready to accept connections')) resolve()
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(told)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
