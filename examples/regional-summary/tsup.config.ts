import { defineConfig, type Options } from 'tsup'

/** One plain script of the example and the sources of our packages, so that it starts fast and light. */
const options: Options = {
  entry: ['src/main.ts'],
  format: 'esm',
  target: 'node20',
  platform: 'node',
  noExternal: [/^@tirazh\//],
  external: ['@photostructure/sqlite'],
  clean: true,
  silent: true,
  esbuildOptions(esbuild) {
    esbuild.conditions = ['source', ...(esbuild.conditions ?? [])]
  },
}

export default defineConfig(options) as Options
