import Engine from 'publicodes'
import type { Review } from './flat-facts.js'

type Situation = Readonly<Record<string, string | number>>

/** Whether one is accepted: what publicodes works out for it is the whole tree of what it found. */
type Explained<Subject> = (subject: Subject) => boolean

/** The conditions of `accepted`. */
export function reviewByPublicodes(): Explained<Review> {
  const judge = judging(
    'accepted',
    ['status', 'score', 'held on', 'open findings', 'signed', 'level'],
    [
      { 'une de ces conditions': ["status = 'implemented'", "status = 'in-progress'"] },
      'score >= 80',
      'held on <= 24/12/2025',
      'open findings = 0',
      'signed = oui',
      "level = 'regional'",
    ],
  )
  return ({ status, score, heldOn, openFindings, signed, level }) =>
    judge({
      status: `'${status}'`,
      score,
      'held on': heldOn.split('-').reverse().join('/'),
      'open findings': openFindings,
      signed: signed ? 'oui' : 'non',
      level: `'${level}'`,
    })
}

function judging(
  rule: string,
  inputs: readonly string[],
  conditions: readonly unknown[],
): Explained<Situation> {
  const engine = new Engine({
    ...Object.fromEntries(inputs.map((input) => [input, null])),
    [rule]: { 'toutes ces conditions': conditions },
  })
  return (situation) => engine.setSituation(situation).evaluate(rule).nodeValue === true
}
