import {
  type Adoption,
  adoptionStatuses,
  type Certificate,
  type ClusterMember,
  certificateLevels,
  type Defence,
  defenceDecisions,
  type Factory,
  type Indicator,
  leanTools,
  type Municipality,
  metrics,
  municipalityTypes,
  type PartnerCheck,
  type Practice,
  type Project,
  projectResults,
  type RecordKind,
  units,
} from '@tirazh/core'
import { type Cell, text } from './cells/cell.js'
import { date } from './cells/date.js'
import { listOf, mapped } from './cells/list.js'
import { decimal, percent, whole } from './cells/number.js'
import { oktmo } from './cells/oktmo.js'
import { word, yesNo } from './cells/word.js'
import type { Format, FormatOf } from './table/format.js'

const municipalities: FormatOf<Municipality> = {
  file: 'municipalities.csv',
  key: 'id',
  columns: [
    { header: 'ОКТМО', field: 'id', cell: oktmo, required: true },
    { header: 'Название', field: 'name', cell: text, required: true },
    { header: 'Вид', field: 'type', cell: word(municipalityTypes), required: true },
    { header: 'Население', field: 'population', cell: whole },
    { header: 'Действует с', field: 'existsFrom', cell: date },
    { header: 'Действует по', field: 'dissolvedOn', cell: date },
    { header: 'Правопреемник', field: 'successor', cell: oktmo, refersTo: 'municipality' },
  ],
}

/** A register has no dates of membership: the cluster is as long in force as the site. */
const cluster: Cell<readonly ClusterMember[]> = listOf(
  mapped(
    oktmo,
    (municipality): ClusterMember => ({ municipality }),
    (member) => member.municipality,
  ),
)

const factories: FormatOf<Factory> = {
  file: 'factories.csv',
  key: 'id',
  columns: [
    { header: 'Код', field: 'id', cell: text, required: true },
    { header: 'Площадка', field: 'name', cell: text, required: true },
    { header: 'Муниципалитет', field: 'municipality', cell: oktmo, required: true, refersTo: 'municipality' },
    { header: 'Открыта', field: 'openedOn', cell: date, required: true },
    { header: 'Закрыта', field: 'closedOn', cell: date },
    { header: 'Куст', field: 'cluster', cell: cluster, required: true, refersTo: 'municipality' },
  ],
}

const projects: FormatOf<Project> = {
  file: 'projects.csv',
  key: 'id',
  columns: [
    { header: 'Код', field: 'id', cell: text, required: true },
    { header: 'Наименование', field: 'title', cell: text, required: true },
    { header: 'Муниципалитет', field: 'municipality', cell: oktmo, required: true, refersTo: 'municipality' },
    { header: 'Организация', field: 'organisation', cell: text },
    { header: 'Процесс', field: 'process', cell: text },
    { header: 'Фабрика', field: 'factory', cell: text, refersTo: 'factory' },
    { header: 'Результат', field: 'result', cell: word(projectResults) },
    { header: 'Открытие', field: 'openedOn', cell: date },
    { header: 'Диагностика', field: 'diagnosedOn', cell: date },
    { header: 'Внедрение', field: 'implementedOn', cell: date },
    { header: 'Закрытие', field: 'closedOn', cell: date },
    { header: 'Инструменты', field: 'tools', cell: listOf(word(leanTools)) },
    { header: 'Сфера', field: 'sphere', cell: text },
  ],
}

/** A row of `indicators.csv`: an indicator and the project it belongs to. */
export interface ProjectIndicator extends Indicator {
  readonly project: string
}

const indicators: FormatOf<ProjectIndicator> = {
  file: 'indicators.csv',
  key: 'project',
  columns: [
    { header: 'Проект', field: 'project', cell: text, required: true, refersTo: 'project' },
    { header: 'Показатель', field: 'metric', cell: word(metrics), required: true },
    { header: 'Единица', field: 'unit', cell: word(units), required: true },
    { header: 'База', field: 'base', cell: decimal },
    { header: 'Цель', field: 'target', cell: decimal },
    { header: 'Идеал', field: 'ideal', cell: decimal },
    { header: 'Факт', field: 'result', cell: decimal },
    { header: 'Дата базы', field: 'baseOn', cell: date },
    { header: 'Дата факта', field: 'resultOn', cell: date },
    { header: 'Объём в год', field: 'yearlyVolume', cell: decimal },
    { header: 'Способ расчёта', field: 'method', cell: text },
    { header: 'Источник данных', field: 'source', cell: text },
    { header: 'Выборка', field: 'sample', cell: whole },
  ],
}

const practices: FormatOf<Practice> = {
  file: 'practices.csv',
  key: 'id',
  columns: [
    { header: 'Код', field: 'id', cell: text, required: true },
    { header: 'Название', field: 'title', cell: text, required: true },
    { header: 'Исходный проект', field: 'sourceProject', cell: text, required: true, refersTo: 'project' },
    { header: 'Муниципалитет-автор', field: 'author', cell: oktmo, required: true, refersTo: 'municipality' },
    { header: 'Опубликована', field: 'publishedOn', cell: date },
    { header: 'Сфера', field: 'sphere', cell: text },
  ],
}

const adoptions: FormatOf<Adoption> = {
  file: 'adoptions.csv',
  key: 'id',
  columns: [
    { header: 'Код', field: 'id', cell: text, required: true },
    { header: 'Практика', field: 'practice', cell: text, required: true, refersTo: 'practice' },
    { header: 'Муниципалитет', field: 'municipality', cell: oktmo, required: true, refersTo: 'municipality' },
    { header: 'Статус', field: 'status', cell: word(adoptionStatuses), required: true },
    { header: 'Запланировано', field: 'plannedOn', cell: date },
    { header: 'Начато', field: 'startedOn', cell: date },
    { header: 'Внедрено', field: 'implementedOn', cell: date },
    { header: 'Подтверждено', field: 'confirmedOn', cell: date },
    { header: 'Прекращено', field: 'endedOn', cell: date },
    { header: 'Основание', field: 'basis', cell: text },
    { header: 'Соответствие ядру, %', field: 'fidelity', cell: percent },
  ],
}

const checks: FormatOf<PartnerCheck> = {
  file: 'checks.csv',
  key: 'id',
  columns: [
    { header: 'Код', field: 'id', cell: text, required: true },
    { header: 'Практика', field: 'practice', cell: text, required: true, refersTo: 'practice' },
    { header: 'Дата', field: 'heldOn', cell: date, required: true },
    { header: 'Проверяющие', field: 'assessors', cell: listOf(oktmo), refersTo: 'municipality' },
    { header: 'Блок 1', field: 'blocks', position: 0, cell: decimal },
    { header: 'Блок 2', field: 'blocks', position: 1, cell: decimal },
    { header: 'Блок 3', field: 'blocks', position: 2, cell: decimal },
    { header: 'Блок 4', field: 'blocks', position: 3, cell: decimal },
    { header: 'Блок 5', field: 'blocks', position: 4, cell: decimal },
    { header: 'Подписано обеими сторонами', field: 'signedByBoth', cell: yesNo },
    { header: 'Открытых замечаний', field: 'openFindings', cell: whole },
  ],
}

const defences: FormatOf<Defence> = {
  file: 'defences.csv',
  key: 'id',
  columns: [
    { header: 'Код', field: 'id', cell: text, required: true },
    { header: 'Практика', field: 'practice', cell: text, required: true, refersTo: 'practice' },
    { header: 'Уровень', field: 'level', cell: word(certificateLevels), required: true },
    { header: 'Дата', field: 'heldOn', cell: date, required: true },
    { header: 'Решение', field: 'decision', cell: word(defenceDecisions), required: true },
  ],
}

const certificates: FormatOf<Certificate> = {
  file: 'certificates.csv',
  key: 'id',
  columns: [
    { header: 'Номер', field: 'id', cell: text, required: true },
    { header: 'Практика', field: 'practice', cell: text, required: true, refersTo: 'practice' },
    { header: 'Уровень', field: 'level', cell: word(certificateLevels), required: true },
    { header: 'Выдан', field: 'issuedOn', cell: date, required: true },
    { header: 'Кем', field: 'issuer', cell: text },
    { header: 'Проверка', field: 'check', cell: text, refersTo: 'check' },
    { header: 'Защита', field: 'defence', cell: text, refersTo: 'defence' },
    { header: 'Отозван', field: 'revokedOn', cell: date },
  ],
}

export const indicatorFormat: Format = indicators

/** The file in which the records of each kind stand. */
export const formatOf: Readonly<Record<RecordKind, Format>> = {
  municipality: municipalities,
  factory: factories,
  project: projects,
  practice: practices,
  adoption: adoptions,
  check: checks,
  defence: defences,
  certificate: certificates,
}

/** The nine files, in the order in which issues are listed. */
export const register: readonly Format[] = [
  municipalities,
  factories,
  projects,
  indicators,
  practices,
  adoptions,
  checks,
  defences,
  certificates,
]
