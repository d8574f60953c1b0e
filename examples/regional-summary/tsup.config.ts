import { defineConfig, type Options } from 'tsup'

/** A plain script of the example and the sources of our packages, in pieces, so that it starts fast and light. */
const options: Options = {
  entry: ['src/main.ts'],
  format: 'esm',
  target: 'node20',
  platform: 'node',
  noExternal: [/^@tirazh\//],
  // Those with binaries or files beside them, and large ones that bundling would not make smaller.
  external: [
    '@photostructure/sqlite',
    '@myriaddreamin/typst-ts-node-compiler',
    /^@expo-google-fonts\//,
    'docx',
  ],
  clean: true,
  silent: true,
  esbuildOptions(esbuild) {
    esbuild.conditions = ['source', ...(esbuild.conditions ?? [])]
  },
}

export default defineConfig(options) as Options
