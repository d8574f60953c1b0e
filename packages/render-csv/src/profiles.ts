import type { PlainDate } from '@tirazh/spec'
import { decimal } from './decimal.js'

/** Whom the file is for: Excel in Russian Windows, or a program. */
export type CsvProfile = 'excel-ru' | 'machine'

/** How one profile writes what is not text; numbers stand bare, so that a reader takes them as numbers. */
export interface Profile {
  /** Stands before everything else. */
  readonly mark: string
  readonly separator: string
  /** A text cell is one line: line feeds and tabs in it become spaces. */
  readonly oneLine: boolean
  /** A table without rows says so in words. */
  readonly saysNoData: boolean
  number(value: number): string
  /** A part of one. */
  share(value: number): string
  /** An amount in kopecks, written in roubles. */
  money(minor: number): string
  date(value: PlainDate): string
}

export const profiles: Readonly<Record<CsvProfile, Profile>> = {
  'excel-ru': {
    // Without the mark Excel reads the file as windows-1251.
    mark: '\ufeff',
    separator: ';',
    oneLine: true,
    saysNoData: true,
    number: (value) => decimal(value, ','),
    share: (value) => `${decimal(value, ',', { shift: 2 })}%`,
    money: (minor) => decimal(minor, ',', { shift: -2, digits: 2 }),
    date: (value) => value.split('-').reverse().join('.'),
  },
  machine: {
    mark: '',
    separator: ',',
    oneLine: false,
    saysNoData: false,
    number: (value) => decimal(value, '.'),
    share: (value) => decimal(value, '.'),
    money: (minor) => decimal(minor, '.', { shift: -2, digits: 2 }),
    date: (value) => value,
  },
}
