import { themes } from '@tirazh/charts'
import { describe, expect, test } from 'vitest'
import { certificate, everything } from '../test/fixture.js'
import { filesOf, make, part, partsOf, reportOf, textOf } from '../test/made.js'
import { xmlProblem } from '../test/well-formed.js'
import { docx } from './index.js'

describe.each(['ru', 'en'] as const)('a document in %s', async (locale) => {
  const made = await make(everything(locale), {}, 'https://example.org/passport')
  const body = part(made, 'word/document.xml')

  test('has parts in well-formed XML only, in the order of their names', () => {
    const names = [...filesOf(made).keys()]
    expect(names[0]).toBe('[Content_Types].xml')
    expect(names.slice(1)).toEqual([...names.slice(1)].sort())
    for (const [name, text] of partsOf(made)) expect([name, xmlProblem(text)]).toEqual([name, undefined])
  })

  test('says its language, title and issuer, and is dated by the report', () => {
    expect(part(made, 'word/styles.xml')).toContain(
      `<w:lang w:val="${locale === 'ru' ? 'ru-RU' : 'en-GB'}"/>`,
    )
    const core = part(made, 'docProps/core.xml')
    expect(core).toContain(`<dc:title>${everything(locale).title}</dc:title>`)
    expect(core).toContain(`<dc:creator>${everything(locale).issuer}</dc:creator>`)
    expect([...core.matchAll(/>(\d{4}-[^<]*)</g)].map(([, moment]) => moment)).toEqual([
      '2026-10-05T00:00:00Z',
      '2026-10-05T00:00:00Z',
    ])
  })

  test('is on A4 with margins of 30, 10, 20 and 20 millimetres', () => {
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    const margin = /<w:pgMar [^>]*>/.exec(body)?.[0] ?? ''
    expect(margin).toContain('w:top="1134"')
    expect(margin).toContain('w:bottom="1134"')
    expect(margin).toContain('w:left="1701"')
    expect(margin).toContain('w:right="567"')
  })

  test('has the number of the page and the notice in the head of every page but the first', () => {
    expect(body).toContain('<w:titlePg/>')
    const reference = (type: string): string => {
      const id = new RegExp(`<w:headerReference w:type="${type}" r:id="([^"]+)"/>`).exec(body)?.[1]
      const rels = part(made, 'word/_rels/document.xml.rels')
      const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(rels)?.[1]
      return part(made, `word/${target}`)
    }
    expect(reference('default')).toContain('PAGE')
    expect(reference('default')).toContain(everything(locale).notice)
    expect(reference('default')).toContain('<w:pStyle w:val="Header"/>')
    expect(reference('first')).not.toContain('PAGE')
    expect(textOf(made.bytes)).toContain(everything(locale).notice)
  })

  test('uses only styles that it defines', () => {
    const styles = part(made, 'word/styles.xml')
    const defined = new Set([...styles.matchAll(/<w:style [^>]*w:styleId="([^"]+)"/g)].map(([, id]) => id))
    const used = [...partsOf(made).values()].flatMap((text) =>
      [...text.matchAll(/<w:(?:pStyle|rStyle|tblStyle|basedOn) w:val="([^"]+)"/g)].map(([, id]) => id),
    )
    expect(used).toEqual(
      expect.arrayContaining(['Title', 'Heading1', 'Heading2', 'Lead', 'Caption', 'TirazhTable']),
    )
    expect([...new Set(used)].filter((id) => !defined.has(id))).toEqual([])
  })

  test('skips no level of headings', () => {
    const levels = [...body.matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map(([, level]) => Number(level))
    expect(levels).toEqual([1, 2, 1])
  })

  test('describes every drawing, or marks it as one to pass over, under a number of its own', () => {
    const drawings = [...body.matchAll(/<wp:docPr ([^>]*?)(?:\/>|>(.*?)<\/wp:docPr>)/g)]
    expect(drawings.length).toBeGreaterThan(10)
    for (const [whole, attributes = '', inside = ''] of drawings) {
      const decorative = inside.includes('adec:decorative')
      expect([whole, decorative || /descr="[^"]{5,}"/.test(attributes)]).toEqual([whole, true])
    }
    const ids = drawings.map(([, attributes = '']) => /\bid="(\d+)"/.exec(attributes)?.[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('repeats the head of each table of data and splits none of its rows', () => {
    const tables = body.split('<w:tbl>').filter((table) => table.includes('w:val="TirazhTable"'))
    expect(tables.length).toBeGreaterThan(5)
    for (const table of tables) {
      const [head = '', ...rows] = table.split('<w:tr>').slice(1)
      expect(head).toContain('<w:tblHeader/>')
      expect(rows.some((row) => row.includes('<w:tblHeader/>'))).toBe(false)
      for (const row of [head, ...rows]) expect(row).toContain('<w:cantSplit/>')
    }
  })

  test('counts each numbered list from one', () => {
    const numbering = part(made, 'word/numbering.xml')
    const used = [...body.matchAll(/<w:numId w:val="([^"]+)"\/>/g)].map(([, id]) => id)
    const defined = [...numbering.matchAll(/<w:num w:numId="([^"]+)"/g)].map(([, id]) => id)
    expect(used.filter((id) => !defined.includes(id))).toEqual([])
    const numbered = ['Первое', 'Снова с одного', 'First', 'From one again'].flatMap((text) => {
      const paragraph = body.split('<w:p>').find((one) => one.includes(`>${text}<`))
      return /<w:numId w:val="([^"]+)"/.exec(paragraph ?? '')?.[1] ?? []
    })
    expect(numbered).toHaveLength(2)
    expect(new Set(numbered).size).toBe(2)
  })

  test('says decisions in words beside their marks', () => {
    const text = textOf(made.bytes)
    const [met, unmet] =
      locale === 'ru' ? ['тиражирована', 'не тиражирована'] : ['replicated', 'not replicated']
    expect(text).toContain(`✓\u00a0${met}`)
    expect(text).toContain(`✕\u00a0${unmet}`)
    expect(text).toContain(locale === 'ru' ? 'не выполнено — Выкса' : 'not met — Vyksa')
    expect(text).not.toContain(locale === 'ru' ? 'выполнено — Выполнено' : 'met — Met')
  })

  test('leads references and counting rules to their reports', () => {
    const rels = part(made, 'word/_rels/document.xml.rels')
    const links = [
      ...rels.matchAll(/Id="([^"]+)"[^>]*Target="https:\/\/example.org\/passport" TargetMode="External"/g),
    ]
    expect(links.length).toBeGreaterThan(3)
    for (const [, id] of links) expect(body).toContain(`<w:hyperlink w:history="1" r:id="${id}">`)
  })

  test('lists only the block of the host as not drawn', () => {
    expect(made.omitted.map(([at]) => at)).toEqual(['blocks/22'])
  })
})

describe('a document', () => {
  test('in `wide` lies across', async () => {
    const body = part(await make(reportOf([], { layout: 'wide' })), 'word/document.xml')
    expect(body).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
  })

  test('in `certificate` has its signatures and code at the foot and leaves the provenance out, which it says', async () => {
    const made = await make(certificate('ru'))
    const body = part(made, 'word/document.xml')
    expect(body).toContain('w:orient="landscape"')
    expect(body).not.toContain('О докладе')
    expect(made.omitted).toEqual([['provenance', expect.stringContaining('QR')]])
    const foot = body.slice(body.indexOf('<w:tblpPr'))
    expect(foot).toContain('Руководитель проектного офиса')
    expect(foot).toContain('descr="QR-код проверки сертификата"')
    expect(body.indexOf('Ёлкина')).toBeLessThan(body.indexOf('<w:tblpPr'))
  })

  test('has a left margin of 20 millimetres if told', async () => {
    expect(part(await make(reportOf([]), { leftMargin: 20 }), 'word/document.xml')).toContain('w:left="1134"')
  })

  test('takes its font from the options, the theme, or a font that readers have', async () => {
    const face = { weight: 400, mediaType: 'font/ttf', base64: 'AAAA' } as const
    const theme = { font: { family: 'PT Astra Sans', faces: [face] } }
    const fontOf = async (options: Parameters<typeof docx>[0]): Promise<string | undefined> =>
      /<w:docDefaults>.*?w:ascii="([^"]+)"/.exec(
        part(await make(reportOf([]), options), 'word/styles.xml'),
      )?.[1]
    expect(await fontOf({})).toBe('Arial')
    expect(await fontOf({ theme })).toBe('PT Astra Sans')
    expect(await fontOf({ theme, font: 'Times New Roman' })).toBe('Times New Roman')
  })

  test('takes the light colours and the coat of arms of the theme', async () => {
    const arms = { mediaType: 'image/png', alt: 'Герб области', base64: onePixel } as const
    const theme = { light: { accent: '#7a1f1f' }, coatOfArms: arms }
    const made = await make(reportOf([{ type: 'heading', level: 2, text: 'Раздел' }]), { theme })
    expect(part(made, 'word/document.xml')).toContain('descr="Герб области"')
    expect(part(made, 'word/document.xml')).toContain('w:color="7a1f1f"')
    expect(part(made, 'word/styles.xml')).not.toContain(themes.light.accent.slice(1))
  })

  test('is not made of options that cannot be', () => {
    expect(() => docx({ font: ' ' })).toThrow(TypeError)
    expect(() => docx({ theme: { light: { ink: '#eeeeee' } } })).toThrow(TypeError)
    // @ts-expect-error: a margin for which there is no rule
    expect(() => docx({ leftMargin: 15 })).toThrow(/20 or 30/)
  })

  test('is given up between two blocks once its signal is aborted', async () => {
    const control = new AbortController()
    const steps: number[] = []
    const blocks = Array.from({ length: 20 }, () => ({ type: 'paragraph', content: ['текст'] }) as const)
    const rendering = docx().render(reportOf(blocks), {
      ...{ omit: () => undefined, link: () => undefined, signal: control.signal },
      progress: (done) => {
        steps.push(done)
        if (done === 3) control.abort(new Error('Не нужно'))
      },
    })
    await expect(rendering).rejects.toThrow('Не нужно')
    expect(steps).toEqual([1, 2, 3])
  })
})

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
