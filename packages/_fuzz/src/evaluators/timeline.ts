import { type Timelines, timelines } from '@tirazh/rules'
import { type Answer, type FuzzEvaluator, standingOf, truthOf } from './evaluator.js'

/** All days at once. What a timeline says of one day is checked against the table of all subjects. */
export const timeline: FuzzEvaluator = {
  name: 'timeline',
  async answers({ book, policies, subjects, dates }) {
    return Object.keys(policies).flatMap((policy) => {
      const known = new Map<string, Timelines>()
      return dates.flatMap(({ asOf, ...options }) => {
        const key = `${options.lawAt} ${options.knownAt}`
        const made = known.get(key) ?? timelines(book, policy, subjects, options)
        known.set(key, made)
        const day = made.decideAt(asOf)
        return subjects.map((subject, place): Answer => {
          const answer = { status: truthOf(day.status[place]), standing: standingOf(day.standing[place]) }
          const { status, standing } = made.of(place).at(asOf)
          if (status !== answer.status || standing !== answer.standing) {
            throw new Error(`'${subject.id}' is ${answer.status} in the table and ${status} in its timeline.`)
          }
          return answer
        })
      })
    })
  },
}
