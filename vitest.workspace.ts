import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Packages are tested from `src`: the `source` condition of their `exports` needs no build. */
const resolveFromSource = {
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'import', 'default'] } },
}

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      {
        ...resolveFromSource,
        test: {
          name: 'packages',
          include: ['packages/*/src/**/*.test.{ts,tsx}'],
          exclude: ['packages/_checks/**'],
        },
      },
      {
        ...resolveFromSource,
        test: { name: 'examples', include: ['examples/*/test/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        ...resolveFromSource,
        test: { name: 'checks', include: ['packages/_checks/src/**/*.test.ts'], testTimeout: 300_000 },
      },
    ],
  },
})

export default config
