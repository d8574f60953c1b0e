import { defineConfig, type Options } from 'tsup'

/** One entry a package; everything a package declares as a dependency stays outside its bundle. */
const options: Options = {
  entry: ['src/index.ts'],
  format: 'esm',
  target: 'node20',
  platform: 'neutral',
  dts: true,
  clean: true,
  sourcemap: true,
  treeshake: true,
}

export default defineConfig(options) as Options
