/** A calendar day, `YYYY-MM-DD`. It has no time zone and is never parsed as an instant. */
export type PlainDate = `${number}-${number}-${number}`

/** An instant in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type Instant = `${PlainDate}T${string}Z`

/** What a policy compares and a storage adapter may index. */
export type Scalar = string | number | boolean

/** Plain JSON: the only thing that crosses a boundary of the SDK. */
export type Json = null | Scalar | readonly Json[] | { readonly [key: string]: Json | undefined }

/** The languages every text for people exists in. */
export type Locale = 'ru' | 'en'

/** One text in every language, so that no reader is shown a gap. */
export interface Text {
  readonly ru: string
  readonly en: string
}

/**
 * A countable thing with its plural forms, by the categories of `Intl.PluralRules`:
 * «1 муниципалитет, 2 муниципалитета, 5 муниципалитетов», “1 municipality, 2 municipalities”.
 */
export interface Noun {
  readonly ru: { readonly one: string; readonly few: string; readonly many: string }
  readonly en: { readonly one: string; readonly other: string }
}

/** Where something is in a document: property names and list positions from its root. */
export type Path = readonly (string | number)[]

/** Points at one record of the register. */
export interface RecordRef {
  readonly kind: string
  readonly id: string
}
