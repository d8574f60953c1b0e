import { join } from 'node:path'
import { snapshot } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import {
  certificationRegister,
  dynamicsReport,
  effectsReport,
  factoryReport,
  municipalityScorecard,
  practiceCertificate,
  practicePassport,
  regionalSummary,
  replicationMatrix,
} from '@tirazh/report'
import type { Report } from '@tirazh/spec'
import { fixture } from '../src/fixture.js'

const register = join(import.meta.dirname, '../../../examples/regional-summary/register')

/** Every report that can be made from the bundled register, one of each kind, and the fixture. */
export async function everyReport(): Promise<Readonly<Record<string, Report>>> {
  const { records } = await readRegister(register)
  if (records === undefined) throw new Error('The bundled register is sound.')
  const region = snapshot(nizhnyNovgorod, records)
  const options = { asOf: '2025-12-24', locale: 'ru', notice: 'Демонстрационные данные' } as const
  const practices = ['ПР-0001', 'ПР-0008', 'ПР-0010', 'ПР-0042']
  return {
    fixture: fixture('ru'),
    summary: regionalSummary(region, options),
    passport: practicePassport(region, { ...options, practice: 'ПР-0001' }),
    scorecard: municipalityScorecard(region, { ...options, municipality: '22701000' }),
    factory: factoryReport(region, { ...options, factory: 'F01' }),
    matrix: replicationMatrix(region, { ...options, practices }),
    'register of certificates': certificationRegister(region, options),
    certificate: practiceCertificate(region, {
      ...options,
      certificate: 'Р-0003',
      verifyAt: 'https://example.org/certificates/3',
      signatures: [{ position: 'Руководитель проектного офиса', name: 'И. О. Фамилия' }],
    }),
    effects: effectsReport(region, options),
    dynamics: dynamicsReport(region, options),
  }
}
