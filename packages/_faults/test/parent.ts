import { createInterface } from 'node:readline'

const input = createInterface({ input: process.stdin })
// Whoever has started this process is gone.
input.on('close', () => process.exit(0))

const waiting: string[] = []
let wake = (): void => {}
input.on('line', (line) => {
  waiting.push(line)
  wake()
})

/** The next line that the parent sends. */
export async function nextLine(): Promise<string> {
  for (;;) {
    const line = waiting.shift()
    if (line !== undefined) return line
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
}

/** Whether the parent has sent a line that nobody has read. */
export function hasLine(): boolean {
  return waiting.length > 0
}

/** Returns when the pipe has it: what was said before a kill is heard. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
