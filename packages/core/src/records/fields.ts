import { formats, type Instant, type PlainDate } from '@tirazh/spec'
import { z } from 'zod'
import { type CatalogueEntry, idsOf } from '../catalogues/catalogue.js'
import { isPlainDate } from '../dates.js'
import { isOktmo } from '../oktmo.js'
import { measureRange } from './measure-range.js'
import { problem } from './schema.js'

/**
 * The id of a record: a letter or digit, then letters, digits, dots, dashes and underscores, at most
 * 64 in all, so that it is safe in addresses and file names.
 */
export const id: z.ZodType<string> = z
  .string()
  .refine(
    (text) => /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(text),
    problem(
      'RECORD_ID',
      'Код — буква или цифра, затем буквы, цифры, точки, дефисы и подчёркивания, не длиннее 64 знаков.',
      'An id is a letter or digit, then letters, digits, dots, dashes and underscores, at most 64 characters.',
    ),
  )

/** A code of the classifier of municipal territories. */
export const oktmo: z.ZodType<string> = z
  .string()
  .refine(
    isOktmo,
    problem(
      'OKTMO_FORMAT',
      'Код ОКТМО — 8 или 11 цифр без пробелов.',
      'An OKTMO code has 8 or 11 digits, no spaces.',
    ),
  )

export const date: z.ZodType<PlainDate> = z.custom<PlainDate>(
  (value) => typeof value === 'string' && isPlainDate(value),
  problem(
    'RECORD_DATE',
    'Нужен день из календаря в виде ГГГГ-ММ-ДД, например 2025-12-24.',
    'A calendar day is needed as YYYY-MM-DD, for example 2025-12-24.',
  ),
)

/** Text for people: not empty, no control characters, at most 2,000 characters. */
export const line: z.ZodType<string> = z
  .string()
  .refine(
    (text) =>
      text.trim() !== '' &&
      text.length <= 2000 &&
      !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/.test(text),
    problem(
      'RECORD_TEXT',
      'Нужен непустой текст до 2000 знаков без управляющих символов.',
      'A text of at most 2,000 characters is needed, not empty and without control characters.',
    ),
  )

/** A finite decimal with at most 15 digits, so that arithmetic on it is exact. */
export const decimal: z.ZodType<number> = z
  .number()
  .refine(
    (value) => Number.isFinite(value) && Number(value.toPrecision(15)) === value,
    problem('RECORD_NUMBER', 'Нужно число не длиннее 15 цифр.', 'A number of at most 15 digits is needed.'),
  )

/** What an indicator measures: at most 4 digits after the decimal sign, at most a billion. */
export const measure: z.ZodType<number> = z
  .number()
  .refine(
    (value) => Math.abs(value) <= measureRange.max && Number(value.toFixed(measureRange.decimals)) === value,
    problem(
      'RECORD_RANGE',
      'Нужно число до миллиарда, не больше 4 знаков после запятой: выберите другую единицу.',
      'A number of at most a billion with at most 4 decimals is needed: choose another unit.',
    ),
  )

/** Not negative. */
export const amount: z.ZodType<number> = decimal.refine(
  (value) => value >= 0,
  problem(
    'RECORD_RANGE',
    'Значение не может быть отрицательным: проверьте знак.',
    'It cannot be negative: check the sign.',
  ),
)

export const wholeCount: z.ZodType<number> = z
  .number()
  .refine(
    (value) => Number.isSafeInteger(value) && value >= 0,
    problem('RECORD_COUNT', 'Нужно целое неотрицательное число.', 'A whole number, not negative, is needed.'),
  )

export function word<Id extends string>(catalogue: Readonly<Record<Id, CatalogueEntry>>): z.ZodType<Id> {
  return z.enum(idsOf(catalogue) as [Id, ...Id[]])
}

export const optional: typeof z.exactOptional = z.exactOptional

/** Reports every pair of neighbours that is the wrong way round, at the later one; gaps are allowed. */
export function inOrder<T extends object>(
  fields: readonly (keyof T & string)[],
): (record: T, context: z.RefinementCtx<T>) => void {
  return (record, context) => {
    let latest: PlainDate | undefined
    for (const field of fields) {
      const on: unknown = record[field]
      if (typeof on !== 'string' || !isPlainDate(on)) continue
      if (latest === undefined || on >= latest) latest = on
      else context.addIssue({ code: 'custom', path: [field], ...datesSwapped(on, latest) })
    }
  }
}

/** Two dates that are the wrong way round. */
export function datesSwapped(on: PlainDate, before: PlainDate): ReturnType<typeof problem> {
  const [ru, en] = [formats('ru'), formats('en')]
  return problem(
    'DATE_ORDER',
    `Дата ${ru.date(on)} раньше той, что должна ей предшествовать (${ru.date(before)}): проверьте обе.`,
    `The date ${en.date(on)} is before the one that must precede it (${en.date(before)}): check both.`,
  )
}

/** A moment in UTC with milliseconds, so that the order of the texts is that of the moments. */
export const instant: z.ZodType<Instant> = z.custom<Instant>(
  (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value),
)
