import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { windows1251 } from './windows-1251.js'

/** The tables of a register folder, in the order in which they refer to each other. */
export type TableName =
  | 'municipalities'
  | 'factories'
  | 'projects'
  | 'indicators'
  | 'practices'
  | 'adoptions'
  | 'checks'
  | 'defences'
  | 'certificates'

/** The text of each CSV file: `;`, CRLF, a header row, no byte order mark. */
export type RegisterFiles = Record<TableName, string>

export interface WriteOptions {
  /** Default `utf-8`. */
  encoding?: 'utf-8' | 'windows-1251'
  /** A UTF-8 byte order mark before the first header. Default false. */
  bom?: boolean
}

/** The header rows, in the order of the columns. */
export const COLUMNS: Readonly<Record<TableName, readonly string[]>> = {
  municipalities: ['ОКТМО', 'Название', 'Вид', 'Население', 'Действует с', 'Действует по', 'Правопреемник'],
  factories: ['Код', 'Площадка', 'Муниципалитет', 'Открыта', 'Закрыта', 'Куст'],
  projects: [
    'Код',
    'Наименование',
    'Муниципалитет',
    'Организация',
    'Процесс',
    'Фабрика',
    'Результат',
    'Открытие',
    'Диагностика',
    'Внедрение',
    'Закрытие',
    'Инструменты',
    'Сфера',
  ],
  indicators: [
    'Проект',
    'Показатель',
    'Единица',
    'База',
    'Цель',
    'Идеал',
    'Факт',
    'Дата базы',
    'Дата факта',
    'Объём в год',
    'Способ расчёта',
    'Источник данных',
    'Выборка',
  ],
  practices: ['Код', 'Название', 'Исходный проект', 'Муниципалитет-автор', 'Опубликована', 'Сфера'],
  adoptions: [
    'Код',
    'Практика',
    'Муниципалитет',
    'Статус',
    'Запланировано',
    'Начато',
    'Внедрено',
    'Подтверждено',
    'Прекращено',
    'Основание',
    'Соответствие ядру, %',
  ],
  checks: [
    'Код',
    'Практика',
    'Дата',
    'Проверяющие',
    'Блок 1',
    'Блок 2',
    'Блок 3',
    'Блок 4',
    'Блок 5',
    'Подписано обеими сторонами',
    'Открытых замечаний',
  ],
  defences: ['Код', 'Практика', 'Уровень', 'Дата', 'Решение'],
  certificates: ['Номер', 'Практика', 'Уровень', 'Выдан', 'Кем', 'Проверка', 'Защита', 'Отозван'],
}

/**
 * Writes `municipalities.csv` … `certificates.csv` into the folder, which is made if there is none.
 * Throws TypeError for a byte order mark in windows-1251 and for a character that encoding lacks.
 */
export function writeRegister(folder: string, files: RegisterFiles, options: WriteOptions = {}): void {
  const { encoding = 'utf-8', bom = false } = options
  if (bom && encoding !== 'utf-8') throw new TypeError('A byte order mark needs the encoding utf-8')
  mkdirSync(folder, { recursive: true })
  for (const table of tableNames()) {
    const text = (bom ? '\uFEFF' : '') + files[table]
    writeFileSync(join(folder, `${table}.csv`), encoding === 'utf-8' ? text : windows1251(text))
  }
}

/** Reads the nine files back, whichever of the encodings of {@link writeRegister} they are in. */
export function readRegister(folder: string): RegisterFiles {
  const entries = tableNames().map((table) => [table, decode(readFileSync(join(folder, `${table}.csv`)))])
  return Object.fromEntries(entries) as RegisterFiles
}

export function tableNames(): TableName[] {
  return Object.keys(COLUMNS) as TableName[]
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}
