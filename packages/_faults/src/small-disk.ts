import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A disk in memory that is soon full. */
export interface SmallDisk {
  readonly folder: string
  /** Makes room by deleting one of the files that take it up. @throws Error where none is left */
  makeRoom(): void
}

/** Why there can be no small disk here, in one line; undefined where there can. */
export function whyNoSmallDisk(): string | undefined {
  if (process.platform !== 'linux') return `a full disk on ${process.platform}: only Linux has tmpfs`
  if (process.getuid?.() !== 0) return 'a full disk: only root may mount a tmpfs'
  const folder = mkdtempSync(join(tmpdir(), 'tirazh-disk-'))
  const mounted = mount(folder, 1)
  if (mounted === undefined) spawnSync('umount', [folder])
  rmdirSync(folder)
  return mounted
}

/** Mounts a disk of so many megabytes, of which each room takes one. It is gone when the test ends in any way. */
export async function smallDisk(megabytes: number, rooms: number): Promise<SmallDisk> {
  const folder = mkdtempSync(join(tmpdir(), 'tirazh-disk-'))
  // A shell that outlives this process: the end of it, even by force, closes the shell's input.
  const script = 'trap "" INT TERM HUP; read -r line; umount -l "$1"; rmdir "$1"'
  const guard = spawn('sh', ['-c', script, 'sh', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  const gone = once(guard, 'exit')
  onTestFinished(async () => {
    guard.stdin.end()
    await gone
  })
  const reason = mount(folder, megabytes)
  if (reason !== undefined) throw new Error(reason)
  const files = Array.from({ length: rooms }, (_, number) => join(folder, `room-${number}`))
  for (const file of files) writeFileSync(file, Buffer.alloc(2 ** 20))
  return {
    folder,
    makeRoom() {
      const file = files.pop()
      if (file === undefined) throw new Error('There is no room left: mount the disk with more of them.')
      rmSync(file)
    },
  }
}

/** Undefined, or why it failed. */
function mount(folder: string, megabytes: number): string | undefined {
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  return status === 0 ? undefined : `a full disk: mount says ${String(stderr).trim()}`
}
