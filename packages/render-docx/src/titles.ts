import type { Chart } from '@tirazh/spec'

/** What a series is called, with its unit: `Выполнение, %`. */
export function withUnit(title: string, { unit }: Chart): string {
  return unit === undefined ? title : `${title}, ${unit}`
}
