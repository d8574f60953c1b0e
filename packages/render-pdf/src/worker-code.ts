/**
 * What runs in the worker: plain JavaScript, so that it starts from `src` and from `dist` alike.
 * It answers each job with the bytes or with what the compiler said.
 */
export const workerCode: string = `
'use strict'
const { parentPort, workerData } = require('node:worker_threads')
const { NodeCompiler } = require(workerData.compiler)

const { root } = workerData
const compiler = NodeCompiler.create({
  workspace: root,
  fontArgs: [{ fontBlobs: workerData.fonts.map((font) => Buffer.from(font)) }],
})

parentPort.on('message', (job) => {
  const shadowed = []
  const give = (name, bytes) => {
    compiler.mapShadow(root + '/' + name, Buffer.from(bytes))
    shadowed.push(name)
  }
  try {
    for (const [name, source] of Object.entries(job.template)) compiler.addSource(root + '/' + name, source)
    give('data.json', Buffer.from(job.data))
    for (const [name, bytes] of job.files) give(name, bytes)
    const pdf = compile(job.standard)
    parentPort.postMessage({ id: job.id, pdf }, [pdf.buffer])
  } catch (error) {
    parentPort.postMessage({ id: job.id, problem: String((error && error.message) || error) })
  } finally {
    for (const name of shadowed) compiler.unmapShadow(root + '/' + name)
    // What the last few jobs had in common stays, such as the template; large ones have little in common.
    compiler.evictCache(job.data.length > 300_000 ? 0 : 4)
  }
})

function compile(pdfStandard) {
  const compiled = compiler.compile({ mainFilePath: root + '/main.typ' })
  if (compiled.result === null) {
    const found = compiled.takeDiagnostics()
    throw new Error(found === null ? 'no reason was given' : messages(found.shortDiagnostics))
  }
  // A copy, because the buffer of the compiler cannot be handed over.
  return new Uint8Array(compiler.pdf(compiled.result, { pdfStandard }))
}

function messages(diagnostics) {
  return diagnostics.filter(({ severity }) => severity === 1).map(({ message }) => message).join('; ')
}
`
