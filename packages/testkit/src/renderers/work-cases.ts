import { claim, thrownBy } from '../claims.js'
import { everyBlock, reportOf } from './golden.js'
import { draw, type RendererCase } from './renderer-case.js'

/** How a renderer works with whoever waits for the file. */
export const workCases: readonly RendererCase[] = [
  {
    id: 'signal/aborted-before-stops-the-work-with-its-reason',
    law: 'R2',
    async run({ create }) {
      const reason = new Error('nobody waits for the file')
      const thrown = await thrownBy(
        draw(create(), reportOf(everyBlock()), { signal: AbortSignal.abort(reason) }),
      )
      claim(thrown !== undefined, 'The signal was aborted before, but the file was made')
      claim(thrown === reason, `The work must end with the reason of the signal, not with ${String(thrown)}`)
    },
  },
  {
    id: 'signal/aborted-on-the-way-stops-the-work-with-its-reason',
    law: 'R2',
    async run({ create }) {
      const reason = new Error('nobody waits for the file')
      const controller = new AbortController()
      let more = false
      const work = draw(create(), reportOf(everyBlock()), {
        signal: controller.signal,
        progress(done, total) {
          more ||= done < total
          if (more) controller.abort(reason)
        },
      })
      const thrown = await thrownBy(work)
      if (!more) claim(thrown === undefined, `The work failed and nobody stopped it: ${String(thrown)}`)
      else {
        claim(thrown !== undefined, 'The signal was aborted with work left to do, but the file was made')
        claim(
          thrown === reason,
          `The work must end with the reason of the signal, not with ${String(thrown)}`,
        )
      }
    },
  },
  {
    id: 'progress/goes-forward-to-its-total',
    law: 'R2',
    async run({ create }) {
      let before = 0
      await draw(create(), reportOf(everyBlock()), {
        progress(done, total) {
          claim(done >= before, `Progress goes backwards, from ${before} to ${done}`)
          claim(done <= total, `Progress is ${done} of ${total}`)
          before = done
        },
      })
    },
  },
]
