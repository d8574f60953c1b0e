import { celEnv, parse as parseForPlan, plan } from '@bufbuild/cel'
import { evaluateExpressionSync } from '@gorules/zen-engine'
import { Environment } from '@marcbachmann/cel-js'
import type { PlainDate } from '@tirazh/spec'
import { evaluate as evaluateCst, parse as parseCst } from 'cel-js'
import { evaluate as evaluateFeel } from 'feelin'
import { LogicEngine } from 'json-logic-engine'
import { Engine } from 'json-rules-engine'
import type { Review } from './flat-facts.js'

/** Whether one review is accepted. */
export type Judge = (review: Review) => unknown

/*
 * The same decision in the language of each engine, prepared once the way its manual shows, with the
 * day of the facts written into the rule.
 */

export function byHand(asOf: PlainDate): Judge {
  return ({ status, score, heldOn, openFindings, signed, level }) =>
    (status === 'implemented' || status === 'in-progress') &&
    score >= 80 &&
    heldOn <= asOf &&
    openFindings === 0 &&
    signed &&
    level === 'regional'
}

export const peers: Readonly<Record<string, (asOf: PlainDate) => Judge>> = {
  'json-rules-engine': byJsonRules,
  'json-logic-engine, interpreted': (asOf) => {
    const engine = new LogicEngine()
    const logic = jsonLogic(asOf)
    return (review) => engine.run(logic, review)
  },
  'GoRules ZEN, one expression': (asOf) => {
    const expression = `status in ['implemented', 'in-progress'] and score >= 80 and date(heldOn) <= date('${asOf}')
      and openFindings == 0 and signed == true and level == 'regional'`
    return (review) => evaluateExpressionSync(expression, review)
  },
  feelin: (asOf) => {
    const expression = `status in ("implemented", "in-progress") and score >= 80 and date(heldOn) <= date("${asOf}")
      and openFindings = 0 and signed = true and level = "regional"`
    return (review) => evaluateFeel(expression, review).value
  },
  'CEL of @marcbachmann/cel-js': (asOf) => {
    const environment = new Environment()
      .registerVariable('status', 'string')
      .registerVariable('score', 'double')
      .registerVariable('heldOn', 'string')
      .registerVariable('openFindings', 'double')
      .registerVariable('signed', 'bool')
      .registerVariable('level', 'string')
    const judge = environment.parse(cel(asOf, '80.0', '0.0'))
    return (review) => judge(review)
  },
  'CEL of cel-js': (asOf) => {
    const parsed = parseCst(cel(asOf, '80', '0'))
    if (!parsed.isSuccess) throw new SyntaxError(parsed.errors.join('\n'))
    return (review) => evaluateCst(parsed.cst, review)
  },
  'CEL of @bufbuild/cel': (asOf) => {
    const judge = plan(celEnv(), parseForPlan(cel(asOf, '80.0', '0.0')))
    return (review) => judge(review)
  },
}

/** These make code from text. */
export const peersWithEval: Readonly<Record<string, (asOf: PlainDate) => Judge>> = {
  'json-logic-engine, compiled (makes code from text)': (asOf) => {
    const judge = new LogicEngine().build(jsonLogic(asOf))
    return (review) => judge(review)
  },
}

function byJsonRules(asOf: PlainDate): Judge {
  const engine = new Engine()
  engine.addOperator('notAfter', (date: string, day: string) => date <= day)
  engine.addRule({
    conditions: {
      all: [
        { fact: 'status', operator: 'in', value: ['implemented', 'in-progress'] },
        { fact: 'score', operator: 'greaterThanInclusive', value: 80 },
        { fact: 'heldOn', operator: 'notAfter', value: asOf },
        { fact: 'openFindings', operator: 'equal', value: 0 },
        { fact: 'signed', operator: 'equal', value: true },
        { fact: 'level', operator: 'equal', value: 'regional' },
      ],
    },
    event: { type: 'accepted' },
  })
  return async (review) => (await engine.run(review)).events.length > 0
}

function jsonLogic(asOf: PlainDate): object {
  return {
    and: [
      { in: [{ var: 'status' }, ['implemented', 'in-progress']] },
      { '>=': [{ var: 'score' }, 80] },
      { '<=': [{ var: 'heldOn' }, asOf] },
      { '===': [{ var: 'openFindings' }, 0] },
      { '===': [{ var: 'signed' }, true] },
      { '===': [{ var: 'level' }, 'regional'] },
    ],
  }
}

/** Some dialects tell whole numbers from others. */
function cel(asOf: PlainDate, eighty: string, zero: string): string {
  return `status in ["implemented", "in-progress"] && score >= ${eighty} && heldOn <= "${asOf}" &&
    openFindings == ${zero} && signed == true && level == "regional"`
}
