import type { Locale, Param, PlainDate, Policy, PolicyVersion, Predicate, Scalar } from '@tirazh/spec'
import { dateOf, dayOf } from './days.js'
import { inForceAt } from './in-force.js'
import { type Below, type Worded, worded, wordedBelow } from './page/predicates.js'
import { type PolicyContext, paramValueText, type RuleWriter, ruleWriter } from './page/writer.js'
import { capitalize } from './wording.js'

/** A policy as a page to read, in one language. Plain data. */
export interface PolicyPage {
  readonly id: string
  readonly title: string
  /** The wording described; absent where none is in force on the day of the law. */
  readonly version?: PlainDate
  /** «Действует с 01.01.2026 по 31.12.2026». */
  readonly inForce: string
  readonly params: readonly ParamLine[]
  readonly applies: Statements
  readonly rule: Statements
  /** The documents that conditions follow from, each once. */
  readonly cites: readonly string[]
}

export interface ParamLine {
  readonly name: string
  /** The title, the value in force, since when and where it comes from. */
  readonly text: string
  /** The value in force in words; absent where none is. */
  readonly value?: string
  readonly from?: PlainDate
  readonly origin: string
  /** Every value there was or will be. */
  readonly values: readonly { readonly value: string; readonly from: PlainDate; readonly until?: PlainDate }[]
}

/** Numbered conditions under a heading: «Выполнено, если выполнены все условия:». */
export interface Statements {
  readonly text: string
  readonly of: readonly Statement[]
}

/** One condition as a sentence. Where it ends with a colon, the ones below finish it. */
export interface Statement extends Statements {
  /** Its place: `2.1`. */
  readonly number: string
  readonly id?: string
  readonly cites?: readonly string[]
  /** The policy it refers to. */
  readonly policy?: string
}

/** Whose values and which wording are described. */
export interface DescribeContext extends PolicyContext {
  /** The day of the law; without it, the last wording and the last values. */
  readonly lawAt?: PlainDate
}

/** A policy alone, without a subject, for the people it concerns. */
export function describePolicy(policy: Policy, context: DescribeContext, locale: Locale): PolicyPage {
  const { lawAt } = context
  const w = ruleWriter(policy, context, lawAt, locale)
  const version = lawAt === undefined ? policy.versions.at(-1) : inForceAt(policy.versions, lawAt)
  const told = { ...w, told: new Set<string>() }
  const { applies, rule } = version ?? {}
  return {
    id: policy.id,
    title: w.f.text(policy.title),
    ...(version === undefined ? {} : { version: version.from }),
    inForce: capitalize(inForceText(version, w)),
    params: Object.entries(policy.params).map(([name, param]) => paramLine(name, param, w)),
    applies:
      applies === undefined
        ? { text: version ? w.p.appliesToAll : '', of: [] }
        : section(w.p.appliesIf, applies, told),
    rule: rule === undefined ? { text: '', of: [] } : section(w.p.metIf, rule, told),
    cites: version === undefined ? [] : [...new Set(citesIn(version))],
  }
}

function inForceText(version: PolicyVersion | undefined, { f, p, lawAt }: RuleWriter): string {
  if (version === undefined) return p.notInForce(lawAt === undefined ? '' : f.date(lawAt))
  const { from, until } = version
  return until === undefined
    ? p.inForce(f.date(from))
    : p.inForceUntil(f.date(from), f.date(dateOf(dayOf(until) - 1)))
}

function section(intro: string, predicate: Predicate, w: RuleWriter): Statements {
  const isList = predicate.op === 'all' && predicate.text === undefined && predicate.of.length > 1
  if (!isList) return { text: `${intro}:`, of: [statement({ predicate, w }, '1')] }
  const { text, below } = worded(predicate, w)
  return { text: `${intro} ${text}:`, of: statements(below, '') }
}

function statements(below: readonly Below[], prefix: string): Statement[] {
  return below.map((part, index) => statement(part, `${prefix}${index + 1}`))
}

function statement(part: Below, number: string): Statement {
  const { text, below }: Worded = wordedBelow(part)
  const { id, cites, ...rest } = 'predicate' in part ? part.predicate : { op: 'all' as const }
  return {
    number,
    text: `${capitalize(text)}${below.length === 0 ? '' : ':'}`,
    ...(id === undefined ? {} : { id }),
    ...(cites === undefined ? {} : { cites }),
    ...(rest.op === 'use' ? { policy: rest.policy } : {}),
    of: statements(below, `${number}.`),
  }
}

function paramLine(name: string, param: Param, w: RuleWriter): ParamLine {
  const { f, p, lawAt } = w
  const { values } = param
  const current = lawAt === undefined ? values.at(-1) : inForceAt(values, lawAt)
  const written = (value: Scalar): string => paramValueText(value, param, f.locale)
  const [title, origin] = [f.text(param.title), f.text(param.origin)]
  return {
    name,
    text: current
      ? p.param(title, written(current.value), f.date(current.from), origin)
      : p.labelled(title, p.notSet),
    ...(current === undefined ? {} : { value: written(current.value), from: current.from }),
    origin,
    values: values.map((each) => ({ ...each, value: written(each.value) })),
  }
}

/** `cites` stands on conditions only, wherever they are. */
function citesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'cites' && Array.isArray(inner) ? inner.map(String) : citesIn(inner),
  )
}
