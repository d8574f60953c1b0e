import type { Records } from './records/types.js'

/** The smallest register in which everything refers to something: for tests. */
export function smallRegister(rest: Partial<Records> = {}): Records {
  return {
    municipality: [
      {
        id: '22637000',
        name: 'Кстовский',
        type: 'municipal-okrug',
        dissolvedOn: '2025-04-04',
        successor: '22701000',
      },
      { id: '22701000', name: 'Нижний Новгород', type: 'urban-okrug' },
      { id: '22703000', name: 'Арзамас', type: 'urban-okrug' },
    ],
    factory: [
      {
        id: 'F01',
        name: 'Кстовская фабрика',
        municipality: '22637000',
        openedOn: '2018-03-15',
        cluster: [{ municipality: '22637000' }],
      },
    ],
    project: [
      {
        id: 'П-1',
        title: 'Единое окно',
        municipality: '22637000',
        factory: 'F01',
        closedOn: '2022-09-30',
        tools: ['five-s', 'visual-management', 'standard-work'],
        indicators: [{ metric: 'headcount', unit: 'person', base: 30, result: 4, resultOn: '2022-09-30' }],
      },
    ],
    practice: [
      {
        id: 'ПР-1',
        title: 'Единое окно',
        sourceProject: 'П-1',
        author: '22637000',
        publishedOn: '2022-03-15',
      },
    ],
    adoption: [
      {
        id: 'Т-1',
        practice: 'ПР-1',
        municipality: '22637000',
        status: 'implemented',
        implementedOn: '2023-01-01',
        basis: 'Распоряжение № 1',
      },
      {
        id: 'Т-2',
        practice: 'ПР-1',
        municipality: '22701000',
        status: 'implemented',
        implementedOn: '2023-02-01',
      },
      {
        id: 'Т-3',
        practice: 'ПР-1',
        municipality: '22703000',
        status: 'implemented',
        basis: 'Распоряжение № 3',
      },
    ],
    check: [
      {
        id: 'ПП-1',
        practice: 'ПР-1',
        heldOn: '2023-03-10',
        assessors: ['22701000', '22703000'],
        blocks: [18, 19, 20, 18, 17],
        signedByBoth: true,
        openFindings: 0,
      },
    ],
    defence: [{ id: 'З-1', practice: 'ПР-1', level: 'regional', heldOn: '2023-04-20', decision: 'passed' }],
    certificate: [
      {
        id: 'Р-1',
        practice: 'ПР-1',
        level: 'regional',
        issuedOn: '2023-04-30',
        check: 'ПП-1',
        defence: 'З-1',
      },
    ],
    ...rest,
  }
}

/** A register without any record. */
export const emptyRegister: Records = {
  municipality: [],
  factory: [],
  project: [],
  practice: [],
  adoption: [],
  check: [],
  defence: [],
  certificate: [],
}
