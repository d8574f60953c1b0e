import { inspect } from 'node:util'
import { type Answer, type FuzzEvaluator, type Question, questions } from './evaluators/evaluator.js'
import { reference } from './evaluators/reference.js'
import { type Prepared, prepare } from './prepare.js'
import type { FuzzCase } from './random/case.js'

/** Where an evaluator says something else than the reference, or nothing at all. */
export interface Disagreement {
  readonly evaluator: string
  /** What was asked; absent where the evaluator failed as a whole. */
  readonly question?: Question
  readonly expected?: Answer
  readonly actual?: Answer
  readonly error?: string
}

export interface Comparison {
  /** How many answers were compared. */
  readonly cells: number
  /** The first one. */
  readonly disagreement?: Disagreement
}

/** Holds the answers of an evaluator against those of the reference. */
export async function compare(
  fuzz: Prepared,
  expected: readonly Answer[],
  evaluator: FuzzEvaluator,
): Promise<Comparison> {
  const { name } = evaluator
  let actual: readonly Answer[]
  try {
    actual = await evaluator.answers(fuzz)
  } catch (error) {
    return {
      cells: 0,
      disagreement: { evaluator: name, error: String(error instanceof Error ? error.stack : error) },
    }
  }
  const cells = expected.length
  if (actual.length !== cells) {
    return {
      cells,
      disagreement: { evaluator: name, error: `${actual.length} answers to ${cells} questions` },
    }
  }
  const place = expected.findIndex((answer, index) => !isSame(answer, actual[index]))
  if (place < 0) return { cells }
  const [question, right, wrong] = [questions(fuzz)[place], expected[place], actual[place]]
  return {
    cells,
    disagreement: {
      evaluator: name,
      ...(question ? { question } : {}),
      ...(right ? { expected: right } : {}),
      ...(wrong ? { actual: wrong } : {}),
    },
  }
}

function isSame(a: Answer, b: Answer | undefined): boolean {
  return (
    a.status === b?.status &&
    a.standing === b.standing &&
    (b.leaves === undefined || String(a.leaves) === String(b.leaves))
  )
}

/** The disagreement of one evaluator about a whole case. */
export async function disagreementAbout(
  fuzz: FuzzCase,
  evaluator: FuzzEvaluator,
): Promise<Disagreement | undefined> {
  const prepared = prepare(fuzz)
  return (await compare(prepared, await reference.answers(prepared), evaluator)).disagreement
}

/** Everything that is needed to see a disagreement again. */
export function report(
  { evaluator, question, expected, actual, error }: Disagreement,
  fuzz: FuzzCase,
): string {
  const { model, policies, succession, subjects } = fuzz
  return [
    `${evaluator} disagrees with the reference`,
    ...(error === undefined ? [] : [error]),
    ...(question
      ? [`policy ${question.policy}, subject ${question.subject.id}, ${inspect(question.dates)}`]
      : []),
    ...(expected && actual ? [`expected ${inspect(expected)}`, `actual   ${inspect(actual)}`] : []),
    `policies: ${JSON.stringify(policies)}`,
    `subjects: ${inspect(subjects, { depth: null, breakLength: 160 })}`,
    `succession: ${JSON.stringify(succession.map(({ from, to, on }) => ({ from, to, on })))}`,
    `model: ${JSON.stringify(model, (key, value) => (key === 'title' || key === 'noun' ? undefined : value))}`,
  ].join('\n')
}
