import { execFile } from 'node:child_process'
import { access, rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A package of Debian. Its file says whether it is there. */
export interface DebianPackage {
  readonly name: string
  readonly file: string
  readonly service?: string
}

/** What the tests of Debian's servers need. */
export const servers: readonly DebianPackage[] = [
  { name: 'postgresql-15', file: '/usr/lib/postgresql/15/bin/postgres', service: 'postgresql' },
  { name: 'pgbouncer', file: '/usr/sbin/pgbouncer', service: 'pgbouncer' },
  { name: 'mariadb-server', file: '/usr/sbin/mariadbd', service: 'mariadb' },
  { name: 'galera-4', file: '/usr/lib/galera/libgalera_smm.so' },
  { name: 'rsync', file: '/usr/bin/rsync', service: 'rsync' },
]

/** What opens the files of reports as a person would, and judges PDF. */
export const office: readonly DebianPackage[] = [
  { name: 'libreoffice-writer', file: '/usr/lib/libreoffice/program/swriter' },
  { name: 'libreoffice-calc', file: '/usr/lib/libreoffice/program/scalc' },
  { name: 'poppler-utils', file: '/usr/bin/pdftoppm' },
  { name: 'qpdf', file: '/usr/bin/qpdf' },
]

/**
 * Installs those of Debian's packages that are missing, and leaves no service running that was not.
 * Where that cannot be done it says why, and the tests that need them are skipped.
 * @param say gets each line of what was done
 */
export async function install(wanted: readonly DebianPackage[], say: (line: string) => void): Promise<void> {
  const missing: DebianPackage[] = []
  for (const item of wanted) if (!(await exists(item.file))) missing.push(item)
  if (missing.length === 0) return say('Every package is there already.')
  const names = missing.map(({ name }) => name)
  const obstacle = await whyNot()
  if (obstacle !== undefined) return say(`Not installed: ${names.join(', ')}. ${obstacle}`)
  const idle = []
  for (const { service } of missing) {
    if (service !== undefined && !(await serviceDoes(service, 'status'))) idle.push(service)
  }
  const restore = await forbidServices()
  try {
    await installAll(names, say)
  } finally {
    for (const service of idle) await serviceDoes(service, 'stop')
    await restore()
  }
}

async function installAll(names: readonly string[], say: (line: string) => void): Promise<void> {
  if ((await apt('install', names)) === undefined) return say(`Installed: ${names.join(', ')}.`)
  const outdated = await apt('update')
  say(outdated === undefined ? 'The lists of packages are fresh now.' : `No fresh lists: ${outdated}`)
  // One by one: what another system does not have keeps nothing else from being installed.
  for (const name of names) {
    const reason = await apt('install', [name])
    say(reason === undefined ? `Installed: ${name}.` : `Not installed: ${name}. apt-get says: ${reason}`)
  }
}

async function whyNot(): Promise<string | undefined> {
  if (process.platform !== 'linux') return `This is ${process.platform}, and the packages are of Debian.`
  if (!(await exists('/usr/bin/apt-get'))) return 'There is no apt-get here.'
  if (process.getuid?.() !== 0) return 'Only root may install: run it with sudo.'
  return undefined
}

/** @returns why it failed, where it did */
async function apt(verb: 'install' | 'update', names: readonly string[] = []): Promise<string | undefined> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = verb === 'install' ? ['-y', '--no-install-recommends'] : []
  try {
    await run('apt-get', [verb, '-q', ...quiet, ...names], { env, maxBuffer: 64 * 1024 * 1024 })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message.trim().split('\n').slice(-2).join(' ') : String(error)
  }
}

const policy = '/usr/sbin/policy-rc.d'

/** While this file answers 101, no package starts its service. @returns what puts things back */
async function forbidServices(): Promise<() => Promise<void>> {
  if (await exists(policy)) return async () => {}
  await writeFile(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  return () => rm(policy, { force: true })
}

async function serviceDoes(name: string, verb: 'status' | 'stop'): Promise<boolean> {
  const script = `/etc/init.d/${name}`
  if (!(await exists(script))) return false
  return run(script, [verb]).then(
    () => true,
    () => false,
  )
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
