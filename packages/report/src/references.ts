import type { OktmoCode, Snapshot } from '@tirazh/core'
import type { ReferenceValue } from '@tirazh/spec'

/** A practice by code and name, leading to its passport. */
export function practiceRef({ id, title }: { readonly id: string; readonly title: string }): ReferenceValue {
  return reference('practice', id, `${id} · ${title}`, `passport/${id}`)
}

/** A municipality by name, leading to its scorecard. */
export function municipalityRef({ territory }: Snapshot, code: OktmoCode): ReferenceValue {
  return reference('municipality', code, territory.nameOf(code), `municipality/${code}`)
}

/** A training site by name, leading to its report. */
export function factoryRef({ id, name }: { readonly id: string; readonly name: string }): ReferenceValue {
  return reference('factory', id, `${name} (${id})`, `factory/${id}`)
}

/** A certificate by its number, leading to the certificate itself. */
export function certificateRef(id: string): ReferenceValue {
  return reference('certificate', id, id, `certificate/${id}`)
}

function reference(kind: string, id: string, text: string, report: string): ReferenceValue {
  return { as: 'reference', text, record: { kind, id }, report }
}
