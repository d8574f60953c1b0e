import { type RecordKind, recordNouns } from '@tirazh/core'
import { explain, explainWitness } from '@tirazh/rules'
import type { Cell, Formats, Noun, NumberValue, TypedValue } from '@tirazh/spec'
import { recordGroup } from '../nouns.js'
import { type PracticeUses, type Use, useByMunicipality } from './uses.js'

/** A number with the records it was computed from. */
export function figure(
  value: number,
  rule: string,
  kind: RecordKind,
  records: Iterable<string>,
  unit?: string,
): NumberValue {
  return {
    as: 'number',
    value,
    ...(unit === undefined ? {} : { unit }),
    basis: { rule, records: [recordGroup(kind, records)] },
  }
}

/** As many records as there are, with what they are called: «4 практики». */
export function counted(
  ids: readonly string[],
  rule: string,
  kind: RecordKind,
  f: Formats,
  noun: Noun = recordNouns[kind],
): NumberValue {
  return figure(ids.length, rule, kind, ids, f.plural(ids.length, noun))
}

/** In how many municipalities a practice is in use, with the adoptions that count. */
export function municipalitiesCell(uses: PracticeUses, rule: string, unknown: string): Cell & TypedValue {
  const { municipalities } = uses
  if (municipalities === undefined) return { as: 'unknown', text: unknown }
  const counting = [...useByMunicipality(uses.uses).values()].filter((use) => use.standing === 'in-use')
  const basis = {
    rule,
    records: [
      recordGroup(
        'adoption',
        counting.map((use) => use.adoption.id),
      ),
    ],
  }
  const { low, high } = municipalities
  if (high === null) return { as: 'number', value: low, bound: 'at-least', basis }
  return low === high ? { as: 'number', value: low, basis } : { as: 'interval', low, high, basis }
}

/** Why nobody can say whether an adoption is in use: what is missing, or why the rule says nothing. */
export function whyPending(use: Use, { verdict }: PracticeUses, f: Formats): string {
  const reason = use.witness === undefined ? '' : explainWitness(use.witness, f.locale)
  return reason === '' ? explain(verdict, f.locale).summary : reason
}
