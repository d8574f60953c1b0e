import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Packages are tested from `src`: the `source` condition of their `exports` needs no build. */
const resolveFromSource = {
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'import', 'default'] } },
}

const config: ViteUserConfig = defineConfig({
  test: {
    // The default leaves one core idle, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        ...resolveFromSource,
        test: {
          name: 'packages',
          include: ['packages/*/src/**/*.test.{ts,tsx}'],
          exclude: ['packages/_checks/**'],
          testTimeout: 60_000,
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
      // Not part of `npm test`: servers from Debian packages, and hundreds of rounds of kills.
      {
        ...resolveFromSource,
        test: {
          name: 'cluster',
          include: ['packages/*/cluster/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        ...resolveFromSource,
        test: {
          name: 'faults',
          include: ['packages/*/faults/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})

export default config
