import type { DataIssue, Text } from '@tirazh/spec'

/** Everything that can be wrong with a report, by its stable code. */
export type ReportIssueCode =
  /** A required field is absent. */
  | 'REPORT_FIELD_MISSING'
  /** A field that the model does not have, such as one with a misspelt name. */
  | 'REPORT_FIELD_UNKNOWN'
  /** Text where a list should be, and the like. */
  | 'REPORT_TYPE'
  /** Not one of the few values that a field can have. */
  | 'REPORT_CHOICE'
  | 'REPORT_BLOCK_UNKNOWN'
  | 'REPORT_CHART_UNKNOWN'
  | 'REPORT_VALUE_UNKNOWN'
  | 'REPORT_IMAGE_UNKNOWN'
  /** A text that must say something is empty or blank. */
  | 'REPORT_TEXT_EMPTY'
  /** More text than fits a QR code or a tile. */
  | 'REPORT_TEXT_LONG'
  /** No day of the calendar. */
  | 'REPORT_DATE'
  /** Infinite, or not a number. */
  | 'REPORT_NUMBER'
  /** A number that must be whole is not, or is too great to be exact. */
  | 'REPORT_WHOLE'
  /** A number is below or above what its field can be. */
  | 'REPORT_RANGE'
  /** A list has fewer or more items than it can have. */
  | 'REPORT_COUNT'
  /** Numbers that must ascend do not. */
  | 'REPORT_ORDER'
  /** Two tiles of a map have the same place. */
  | 'REPORT_PLACE_TAKEN'
  | 'REPORT_ROW_WIDTH'
  /** A cell holds something other than its column says. */
  | 'REPORT_CELL_KIND'
  /** Not as many values as there are labels or parts. */
  | 'REPORT_CHART_LENGTH'
  /** A picture that is no base64 or no file of its media type. */
  | 'REPORT_IMAGE_DATA'
  /** A plan that cannot be compared with its value. */
  | 'REPORT_PLAN_KIND'
  /** A trend that does not end in its value. */
  | 'REPORT_TREND_END'
  /** Blocks within blocks beyond what a page can show, or within themselves. */
  | 'REPORT_DEPTH'

/** One thing that is wrong with a report. */
export interface ReportIssue extends DataIssue {
  readonly code: ReportIssueCode
}

/** What is wrong, with the remedy, apart from where. */
export interface Problem {
  readonly code: ReportIssueCode
  readonly message: Text
}

export type Kind = 'text' | 'number' | 'flag' | 'list' | 'object'

const kinds: Readonly<Record<Kind, Text>> = {
  text: { ru: 'строка', en: 'a text' },
  number: { ru: 'число', en: 'a number' },
  flag: { ru: 'true или false', en: 'true or false' },
  list: { ru: 'список', en: 'a list' },
  object: { ru: 'объект', en: 'an object' },
}

export function wrongType(expected: Kind, found: unknown): Problem {
  const { ru, en } = kinds[expected]
  return problem(
    'REPORT_TYPE',
    `Здесь должно быть: ${ru}; найдено: ${shown(found)}.`,
    `This must be ${en}, not ${shown(found)}.`,
  )
}

export function missing(field: string): Problem {
  return problem(
    'REPORT_FIELD_MISSING',
    `Нет обязательного поля ${field}: добавьте его.`,
    `The required field ${field} is missing: add it.`,
  )
}

export function unknownField(field: string, known: readonly string[]): Problem {
  return problem(
    'REPORT_FIELD_UNKNOWN',
    `Поля ${shown(field)} здесь нет, его никто не прочтёт: исправьте имя или уберите поле. Есть: ${known.join(', ')}.`,
    `There is no field ${shown(field)} here and nobody would read it: correct its name or remove it. Known: ${known.join(', ')}.`,
  )
}

export function notAmong(found: unknown, known: readonly (string | number)[]): Problem {
  return problem(
    'REPORT_CHOICE',
    `${shown(found)} здесь не бывает. Бывает: ${known.join(', ')}.`,
    `${shown(found)} is not among the values of this field: ${known.join(', ')}.`,
  )
}

export type Family = 'BLOCK' | 'CHART' | 'VALUE' | 'IMAGE'

const families: Readonly<Record<Family, Text>> = {
  BLOCK: { ru: 'Неизвестный вид блока', en: 'There is no type of block' },
  CHART: { ru: 'Неизвестный вид диаграммы', en: 'There is no kind of chart' },
  VALUE: { ru: 'Неизвестный вид значения', en: 'There is no kind of value' },
  IMAGE: { ru: 'Неизвестный вид картинки', en: 'There is no kind of picture' },
}

export function unknownKind(family: Family, found: unknown, known: readonly string[]): Problem {
  const { ru, en } = families[family]
  const own =
    family === 'BLOCK'
      ? { ru: ' Для своего блока есть custom.', en: ' For one of your own use custom.' }
      : { ru: '', en: '' }
  return problem(
    `REPORT_${family}_UNKNOWN`,
    `${ru} ${shown(found)}. Есть: ${known.join(', ')}.${own.ru}`,
    `${en} ${shown(found)}. Known: ${known.join(', ')}.${own.en}`,
  )
}

export function blank(): Problem {
  return problem(
    'REPORT_TEXT_EMPTY',
    'Текст пуст: напишите, что здесь должно быть сказано.',
    'The text is empty: write what is to be said here.',
  )
}

export function tooLong(length: number, most: number, of: 'bytes' | 'letters'): Problem {
  const unit = of === 'bytes' ? 'байт' : 'букв'
  return problem(
    'REPORT_TEXT_LONG',
    `Текст занимает ${length} ${unit}, а помещается ${most}: сократите его.`,
    `The text is ${length} ${of} long and ${most} fit: shorten it.`,
  )
}

export function noDay(found: string): Problem {
  return problem(
    'REPORT_DATE',
    `${shown(found)} — не день календаря с 1900 по 2199 год: запишите его как ГГГГ-ММ-ДД, например 2026-10-05.`,
    `${shown(found)} is not a day of the calendar from 1900 to 2199: write it as YYYY-MM-DD, for example 2026-10-05.`,
  )
}

export function notFinite(found: number): Problem {
  return problem(
    'REPORT_NUMBER',
    `${found} — не число: неизвестное показывают словами.`,
    `${found} is not a number: show what is unknown in words.`,
  )
}

export function notWhole(found: number): Problem {
  return problem(
    'REPORT_WHOLE',
    `${found} — не точное целое число: округлите его; деньги записывают в копейках.`,
    `${found} is not an exact whole number: round it; money is written in kopecks.`,
  )
}

export function outOfRange(found: number, ru: string, en: string): Problem {
  return problem('REPORT_RANGE', `${found}: ${ru}.`, `${found} ${en}.`)
}

export function wrongCount(found: number, least: number, most: number): Problem {
  const ru = most === Number.POSITIVE_INFINITY ? `не меньше ${least}` : `от ${least} до ${most}`
  const en = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`
  return problem(
    'REPORT_COUNT',
    `Здесь ${found}, а должно быть ${ru}: добавьте недостающее или уберите лишнее.`,
    `There are ${found} here and must be ${en}: add what is missing or remove what is too much.`,
  )
}

export function notAscending(): Problem {
  return problem(
    'REPORT_ORDER',
    'Границы должны возрастать: расставьте их по порядку, без повторов.',
    'The bounds must ascend: sort them and leave out repeated ones.',
  )
}

export function placeTaken(x: number, y: number): Problem {
  return problem(
    'REPORT_PLACE_TAKEN',
    `Место ${x}, ${y} уже занято другой плиткой: дайте этой своё.`,
    `Another tile already has the place ${x}, ${y}: give this one its own.`,
  )
}

export function wrongWidth(cells: number, columns: number): Problem {
  return problem(
    'REPORT_ROW_WIDTH',
    `Ячеек в строке: ${cells}, столбцов: ${columns}. Там, где нечего показать, ставят null.`,
    `The row has ${cells} cells but there are ${columns} columns: put null where a cell does not apply.`,
  )
}

export function wrongCell(found: string, column: string): Problem {
  return problem(
    'REPORT_CELL_KIND',
    `Столбец объявлен как ${column}, а в ячейке ${found}: исправьте ячейку или уберите as у столбца.`,
    `The column says that it holds ${column} and the cell holds ${found}: correct the cell or drop the column's 'as'.`,
  )
}

export function wrongLength(found: number, needed: number, of: 'labels' | 'parts'): Problem {
  const ru = of === 'labels' ? 'подписей' : 'частей'
  return problem(
    'REPORT_CHART_LENGTH',
    `Значений ${found}, а ${ru} ${needed}: дайте по одному на каждую, неизвестное — null.`,
    `There are ${found} values for ${needed} ${of}: give one for each, null where it is not known.`,
  )
}

export function notBase64(): Problem {
  return problem(
    'REPORT_IMAGE_DATA',
    'Это не файл в base64: передайте байты картинки в base64, без data: и переносов строк.',
    'This is no file in base64: give the bytes of the picture in base64, without data: and line breaks.',
  )
}

export function notOfMediaType(mediaType: string): Problem {
  return problem(
    'REPORT_IMAGE_DATA',
    `Файл начинается не так, как ${mediaType}: укажите его настоящий тип или сохраните картинку заново.`,
    `The file does not begin like ${mediaType}: name its real type or save the picture anew.`,
  )
}

export function otherPlan(plan: string, value: string): Problem {
  return problem(
    'REPORT_PLAN_KIND',
    `План (${plan}) нельзя сравнить со значением (${value}): у них должны быть один вид и одна единица.`,
    `The plan (${plan}) cannot be compared with the value (${value}): they must be of one kind and one unit.`,
  )
}

export function otherEnd(last: number, value: number): Problem {
  return problem(
    'REPORT_TREND_END',
    `Динамика кончается на ${last}, а значение ${value}: последняя точка — само значение.`,
    `The trend ends in ${last} and the value is ${value}: the last point is the value itself.`,
  )
}

export function tooDeep(most: number): Problem {
  return problem(
    'REPORT_DEPTH',
    `Вложенность больше ${most} уровней, или список лежит внутри самого себя: сделайте доклад более плоским.`,
    `This lies more than ${most} levels deep, or within itself: make the report flatter.`,
  )
}

function problem(code: ReportIssueCode, ru: string, en: string): Problem {
  return { code, message: { ru, en } }
}

/** What was found, in the words of JSON, short. */
function shown(found: unknown): string {
  switch (typeof found) {
    case 'string':
      return JSON.stringify(found.length <= 60 ? found : `${found.slice(0, 60)}…`)
    case 'object':
      return found === null ? 'null' : Array.isArray(found) ? '[…]' : '{…}'
    case 'function':
    case 'symbol':
      return typeof found
    case 'number':
    case 'bigint':
    case 'boolean':
    case 'undefined':
      return String(found)
  }
}
