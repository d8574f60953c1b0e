import { type DataIssue, type Text, TirazhError } from '@tirazh/spec'
import type { z } from 'zod'

/** Checks data that comes from outside. All issues are found at once, each with its place. */
export interface Schema<T> {
  readonly name: string
  /** The data as a value of the type. @throws RECORD_INVALID with every issue */
  parse(input: unknown): T
  /** The same without throwing. */
  safeParse(input: unknown): Parsed<T>
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly DataIssue[] }

/** Hides the validation library behind an interface of our own, with messages in both languages. */
export function schema<T>(name: string, definition: z.ZodType<T>): Schema<T> {
  function safeParse(input: unknown): Parsed<T> {
    const result = definition.safeParse(input)
    return result.success
      ? { ok: true, value: result.data }
      : { ok: false, issues: result.error.issues.map(dataIssue) }
  }
  return {
    name,
    safeParse,
    parse(input) {
      const result = safeParse(input)
      if (result.ok) return result.value
      const places = result.issues.map((issue) => `${issue.path.join('.') || name}: ${issue.message.en}`)
      throw new TirazhError('RECORD_INVALID', `Not a valid ${name}. ${places.join(' ')}`, {
        issues: result.issues,
      })
    },
  }
}

/** An issue of our own inside a schema. */
export interface Problem {
  readonly code: string
  readonly message: Text
}

/** Attaches a problem to a custom check of the validation library. */
export function problem(
  code: string,
  ru: string,
  en: string,
): { params: { problem: Problem }; message: string } {
  return { params: { problem: { code, message: { ru, en } } }, message: en }
}

function dataIssue(issue: z.core.$ZodIssue): DataIssue {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  const own = issue.code === 'custom' ? (issue.params?.problem as Problem | undefined) : undefined
  if (own) return { code: own.code, path, message: own.message }
  return { code: codes[issue.code] ?? 'RECORD_VALUE', path, message: message(issue) }
}

const codes: Partial<Record<z.core.$ZodIssue['code'], string>> = {
  invalid_type: 'RECORD_TYPE',
  invalid_value: 'RECORD_WORD',
  unrecognized_keys: 'RECORD_FIELD_UNKNOWN',
  too_small: 'RECORD_RANGE',
  too_big: 'RECORD_RANGE',
}

function message(issue: z.core.$ZodIssue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return {
        ru: `Нужно значение типа ${issue.expected}.`,
        en: `A value of type ${issue.expected} is needed.`,
      }
    case 'invalid_value':
      return {
        ru: `Допустимо: ${issue.values.join(', ')}.`,
        en: `It must be one of: ${issue.values.join(', ')}.`,
      }
    case 'unrecognized_keys':
      return {
        ru: `Нет таких полей: ${issue.keys.join(', ')}. Удалите их или исправьте имя.`,
        en: `There are no such fields: ${issue.keys.join(', ')}. Remove or rename them.`,
      }
    case 'too_small':
      return { ru: `Должно быть не меньше ${issue.minimum}.`, en: `It must be at least ${issue.minimum}.` }
    case 'too_big':
      return { ru: `Должно быть не больше ${issue.maximum}.`, en: `It must be at most ${issue.maximum}.` }
    default:
      return { ru: `Недопустимое значение: ${issue.message}.`, en: `Not a valid value: ${issue.message}.` }
  }
}
