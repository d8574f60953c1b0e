import { countUnreliably, toldOutcome } from '/work/main/packages/_faults/src/unreliable-seeds.ts'
let bad = 0; const kinds: Record<string, number> = {}
const t = performance.now()
const N = Number(process.argv[2] ?? 100)
for (let s = 1; s <= N; s++) { try { await countUnreliably(1, s) } catch (e: any) { bad++; const k = e.message.replace(/Seed \d+: /, '').replace(/host-\d-unit-\d/g, 'U').replace(/\d+/g, '#').slice(0, 120); kinds[k] = (kinds[k] ?? 0) + 1; if (kinds[k] <= 2) console.log(e.message.slice(0, 300)) } }
console.log(bad, 'of', N, kinds, Math.round(performance.now() - t), 'ms')
