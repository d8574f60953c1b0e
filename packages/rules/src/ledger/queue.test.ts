import fc from 'fast-check'
import { expect, test } from 'vitest'
import { never } from './calendar.js'
import { type Due, Queue } from './queue.js'

test('what is due by a day is taken once, whenever and however often it was scheduled', () => {
  const schedule = fc.record({ item: fc.nat(5), due: fc.oneof(fc.nat(10), fc.constant(never)) })
  const move = fc.oneof(schedule, schedule, schedule, fc.record({ take: fc.nat(10) }))
  fc.assert(
    fc.property(fc.array(move, { size: 'max', maxLength: 200 }), (moves) => {
      const items = Array.from({ length: 6 }, (): Due => ({ due: never }))
      const expected = items.map(() => never)
      const queue = new Queue<Due>()
      for (const each of moves) {
        if ('take' in each) {
          const taken = queue.take(each.take).map((item) => items.indexOf(item))
          expect(taken.toSorted()).toEqual(expected.flatMap((due, item) => (due <= each.take ? [item] : [])))
          for (const item of taken) expected[item] = never
        } else {
          queue.schedule(items[each.item] ?? { due: never }, each.due)
          expected[each.item] = each.due
        }
        expect(queue.next).toBe(Math.min(...expected))
        expect(items.map(({ due }) => due)).toEqual(expected)
      }
    }),
  )
})

test('a thing that is scheduled to and fro, and taken at times, takes a few places only', () => {
  const [item, queue] = [{ due: never }, new Queue<Due>()]
  let most = 0
  for (let turn = 0; turn < 10_000; turn += 1) {
    queue.schedule(item, turn + (turn % 2 === 0 ? 100 : 200))
    if (turn % 10 === 0) queue.take(turn + 300)
    most = Math.max(most, queue.size)
  }
  expect(most).toBeLessThan(20)
})
