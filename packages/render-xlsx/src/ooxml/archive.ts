import type { PlainDate } from '@tirazh/spec'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A zip file that is written part by part, so that no part is ever whole in memory. */
export interface Archive {
  /** Begins a part of text; the part before it must be closed. */
  begin(name: string): Part
  /** Adds a part that is compressed already. */
  add(name: string, bytes: Uint8Array): void
  finish(): Uint8Array
}

export interface Part {
  write(text: string): void
  close(): void
}

/** Little memory, because tables that fit the cache of a processor are twice as fast. */
const compression = { level: 1, mem: 4 } as const

/** How many characters are gathered before they are compressed. */
const gathered = 65_536

/** In JavaScript, because the zlib of a platform gives other bytes on another processor or version. */
export function archive(day: PlainDate): Archive {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error
    chunks.push(chunk)
  })
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  // Written by its local parts, so it is the same in every time zone; no zone skips noon. The format begins in 1980.
  const mtime = new Date(Math.min(2099, Math.max(1980, year)), month - 1, date, 12)
  const encoder = new TextEncoder()
  return {
    begin: (name) => {
      const file = new ZipDeflate(name, compression)
      file.mtime = mtime
      zip.add(file)
      let text = ''
      return {
        write: (more) => {
          text += more
          if (text.length < gathered) return
          file.push(encoder.encode(text))
          text = ''
        },
        close: () => file.push(encoder.encode(text), true),
      }
    },
    add: (name, bytes) => {
      const file = new ZipPassThrough(name)
      file.mtime = mtime
      zip.add(file)
      file.push(bytes, true)
    },
    finish: () => {
      zip.end()
      return joined(chunks)
    },
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const file = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    file.set(chunk, at)
    at += chunk.length
  }
  return file
}
