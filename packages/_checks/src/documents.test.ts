import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Block, blocksOf, documents, relativeLinks } from './documents.js'
import { problemsByFile } from './type-check.js'
import { publicPackages, readJson, root } from './workspace.js'

const texts = documents()
const blocks = texts.flatMap((document) => blocksOf(document))
const scripts = Object.keys((readJson(join(root, 'package.json')) as { scripts?: object }).scripts ?? {})

const published = new Set(publicPackages.map(({ manifest }) => manifest.name))

const temporary = mkdtempSync(join(tmpdir(), 'tirazh-documents-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

test('the README begins with the two commands that matter', () => {
  const readme = texts.find(({ name }) => name === 'README.md')
  expect(readme?.text).toMatch(/^npm run demo$/m)
  expect(readme?.text).toMatch(/^npm test$/m)
})

test.each(texts.map((text) => [text.name, text] as const))(
  'the links of %s lead somewhere',
  (_, document) => {
    const broken = relativeLinks(document).filter(
      (target) => !existsSync(join(root, dirname(document.name), target)),
    )
    expect(broken).toEqual([])
  },
)

test('every decision is in the list of decisions', () => {
  const list = texts.find(({ name }) => name === 'docs/decisions/README.md')
  const decisions = readdirSync(join(root, 'docs/decisions')).filter((name) => name !== 'README.md')
  expect(list && relativeLinks(list)).toEqual(decisions.sort())
})

test('code is marked as the code that is checked here', () => {
  const evading = blocks.filter(({ language }) =>
    /^(typescript|tsx|mts|js|jsx|mjs|javascript|node)$/i.test(language),
  )
  expect(evading.map(({ place }) => place)).toEqual([])
})

const shell = blocks.filter(({ language }) => ['sh', 'bash', 'shell', 'console'].includes(language))

test.each(byPlace(shell))('the commands at %s are commands of this repository', (_, { text }) => {
  const commands = text.split('\n').map((line) => line.trim())
  expect(commands.filter((line) => line !== '' && !line.startsWith('#') && !isKnown(line))).toEqual([])
})

/** The scripts and tools of this repository, `npm install` of our packages, and what brings a clone. */
function isKnown(command: string): boolean {
  const [program, verb, ...rest] = command.split(/\s+/)
  if (program === 'git') return verb === 'clone'
  if (program === 'cd') return true
  if (program === 'npx') return existsSync(join(root, 'node_modules/.bin', verb ?? ''))
  if (program !== 'npm') return false
  if (verb === 'install') return rest.every((word) => !word.startsWith('@tirazh/') || published.has(word))
  return scripts.includes(verb === 'run' ? (rest[0] ?? '') : (verb ?? ''))
}

test('npm run demo does the main job', () => {
  const out = join(temporary, 'out')
  execFileSync('npm', ['run', 'demo', '--', '--out', out], {
    cwd: root,
    env: plainEnvironment(),
    stdio: 'pipe',
  })
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' })
  for (const extension of ['.html', '.md', '.json']) {
    expect(files.filter((name) => name.endsWith(extension))).not.toEqual([])
  }
})

describe('code in documents', () => {
  const code = blocks.filter(({ language }) => language === 'ts')
  // Inside the repository, where imports of its packages are found.
  const folder = mkdtempSync(fileURLToPath(new URL('../.blocks-', import.meta.url)))
  const fileOf = ({ place }: Block): string => join(folder, `${place.replace(/[^\w]+/g, '-')}.ts`)
  let problems: ReadonlyMap<string, readonly string[]>

  beforeAll(() => {
    for (const block of code) writeFileSync(fileOf(block), block.text)
    problems = problemsByFile(code.map(fileOf))
  }, 120_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('is found', () => {
    expect(code).not.toEqual([])
  })

  test.each(byPlace(code))('%s type-checks', (_, block) => {
    expect(problems.get(fileOf(block)) ?? []).toEqual([])
  })

  test.each(byPlace(code.filter(({ note }) => note === '')))('%s runs', (_, block) => {
    // A folder of its own to write to. What documents call `register` is the bundled one.
    const cwd = mkdtempSync(join(temporary, 'cwd-'))
    symlinkSync(join(root, 'examples/regional-summary/register'), join(cwd, 'register'), 'junction')
    const tsx = import.meta.resolve('tsx')
    const args = ['--conditions=source', '--import', tsx, fileOf(block)]
    expect(outcome(args, cwd)).toBe('exit 0')
  })

  test.each(byPlace(code.filter(({ note }) => note !== '')))(
    '%s says why it is not run',
    (_, { note, text }) => {
      // Types alone do nothing when run; everything else gives its reason to the reader.
      expect(['types', 'no-run']).toContain(note)
      if (note === 'no-run') expect(text).toMatch(/^\/\/ Not run: \w/)
    },
  )
})

function byPlace(blocks: readonly Block[]): readonly [place: string, block: Block][] {
  return blocks.map((block) => [block.place, block])
}

function outcome(args: readonly string[], cwd: string): string {
  try {
    const env = { ...plainEnvironment(), TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') }
    execFileSync(process.execPath, args, { cwd, env, stdio: 'pipe' })
    return 'exit 0'
  } catch (error) {
    return String((error as { readonly stderr: unknown }).stderr)
  }
}

/** The environment without what the test runner adds. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|NODE_OPTIONS|NODE_ENV$|TEST$)/.test(name),
  )
  return Object.fromEntries(own)
}

test('every law of the policy language has a property test of the same words', () => {
  const document = texts.find(({ name }) => name === 'docs/policies.md')?.text ?? ''
  const laws = [...document.matchAll(/^- (.+)$/gm)].map(([, law]) => law)
  const folder = join(root, 'packages/rules/src')
  const tests = readdirSync(folder)
    .filter((name) => /^laws.*\.test\.ts$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join()
  expect(laws.length).toBeGreaterThan(20)
  expect(laws.filter((law) => !tests.includes(`test('${law}'`) && !tests.includes(`test("${law}"`))).toEqual(
    [],
  )
})
