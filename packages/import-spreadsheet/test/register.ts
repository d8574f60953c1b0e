import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** The rows of each file, the header first; row 1 of the spreadsheet program is at index 0. */
export type Tables = Record<keyof typeof small, string[][]>

const small = {
  municipalities: `
ОКТМО;Название;Вид;Население;Действует с;Действует по;Правопреемник
22501000;Первый;муниципальный округ;72780;;;
22502000;Второй;городской округ;1 250 000;01.01.2020;;
22503000;Третий;муниципальный район;;;01.06.2024;22501000`,
  factories: `
Код;Площадка;Муниципалитет;Открыта;Закрыта;Куст
F1;Фабрика № 1;22501000;15.03.2018;;22501000, 22502000`,
  projects: `
Код;Наименование;Муниципалитет;Организация;Процесс;Фабрика;Результат;Открытие;Диагностика;Внедрение;Закрытие;Инструменты;Сфера
П-1;Ускорение закупок;22501000;Администрация;Закупки;F1;ускорен;10.01.2022;10.02.2022;10.03.2022;10.04.2022;5С, Канбан;Закупки
П-2;Учёт жилья;22502000;;;;;10.01.2023;;;;;`,
  indicators: `
Проект;Показатель;Единица;База;Цель;Идеал;Факт;Дата базы;Дата факта;Объём в год;Способ расчёта;Источник данных;Выборка
П-1;Время протекания процесса;мин;15025;10517;6010;2716,5;10.01.2022;10.04.2022;;хронометраж;журнал обращений;20
П-1;Трудоёмкость;чел.-мин;20;16;10;9;10.01.2022;10.04.2022;468;хронометраж;журнал обращений;30
П-2;Жалобы;ед./год;12;;;;10.01.2023;;;;;`,
  practices: `
Код;Название;Исходный проект;Муниципалитет-автор;Опубликована;Сфера
ПР-1;Быстрые закупки;П-1;22501000;01.05.2022;Закупки
ПР-2;Учёт жилья без очередей;П-2;22502000;01.05.2023;`,
  adoptions: `
Код;Практика;Муниципалитет;Статус;Запланировано;Начато;Внедрено;Подтверждено;Прекращено;Основание;Соответствие ядру, %
Т-1;ПР-1;22501000;внедрено;01.06.2022;01.07.2022;01.08.2022;01.09.2022;;Распоряжение № 1;96
Т-2;ПР-1;22502000;внедряется;;01.07.2022;;;;;
Т-3;ПР-2;22502000;запланировано;01.06.2023;;;;;;`,
  checks: `
Код;Практика;Дата;Проверяющие;Блок 1;Блок 2;Блок 3;Блок 4;Блок 5;Подписано обеими сторонами;Открытых замечаний
ПП-1;ПР-1;10.03.2023;22502000, 22503000;18;19;;16,5;17;да;0`,
  defences: `
Код;Практика;Уровень;Дата;Решение
З-1;ПР-1;региональный;20.04.2023;защищён`,
  certificates: `
Номер;Практика;Уровень;Выдан;Кем;Проверка;Защита;Отозван
Р-1;ПР-1;региональный;30.04.2023;КУПНО;ПП-1;З-1;`,
}

/** A small register without a mistake. */
export function smallTables(): Tables {
  const rows = (text: string): string[][] =>
    text
      .trim()
      .split('\n')
      .map((line) => line.split(';'))
  return {
    municipalities: rows(small.municipalities),
    factories: rows(small.factories),
    projects: rows(small.projects),
    indicators: rows(small.indicators),
    practices: rows(small.practices),
    adoptions: rows(small.adoptions),
    checks: rows(small.checks),
    defences: rows(small.defences),
    certificates: rows(small.certificates),
  }
}

export const tableNames: readonly (keyof Tables)[] = Object.keys(smallTables()) as (keyof Tables)[]

/** Puts text into a cell, by the number of its row and the header of its column. */
export function setCell(rows: string[][], row: number, header: string, text: string): void {
  const column = rows[0]?.indexOf(header) ?? -1
  const cells = rows[row - 1]
  if (cells === undefined || column < 0) throw new Error(`no cell at row ${row}, column «${header}»`)
  cells[column] = text
}

/** A folder with the small register after a change. */
export function folderWith(change: (tables: Tables) => void = () => {}): string {
  const tables = smallTables()
  change(tables)
  const folder = temporaryFolder()
  for (const name of tableNames) writeFileSync(join(folder, `${name}.csv`), csv(tables[name]))
  return folder
}

/** A folder with the small register, but one file as given. */
export function folderWithFile(name: keyof Tables, content: string | Buffer): string {
  const folder = folderWith()
  writeFileSync(join(folder, `${name}.csv`), content)
  return folder
}

/** The rows as they stand; cells that need quotes bring their own. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.join(';')}\r\n`).join('')
}

/** A new folder that is removed at the end of the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'import-spreadsheet-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
