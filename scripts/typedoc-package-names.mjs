// A typedoc plugin: modules are called what people import, `@tirazh/spec`, not `spec/src`.
import { Converter, ReflectionKind } from 'typedoc'

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
      module.name = module.name.replace(/^(.+)\/src$/, '@tirazh/$1')
    }
  })
}
