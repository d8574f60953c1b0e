import { createRequire } from 'node:module'
const { DatabaseSync } = createRequire(import.meta.url)('@photostructure/sqlite')
const d = new DatabaseSync('/tmp/pd/m.db')
const t = (n: string, s: string) => { const st = d.prepare(s); let b = 1e9; for (let i = 0; i < 4; i++) { const x = performance.now(); st.all(); b = Math.min(b, performance.now() - x) } console.log(n.padEnd(34), b.toFixed(0)) }
const A = `(SELECT id, doc FROM tirazh_record WHERE kind='adoption' AND space='r10') AS r`
t('scan length(doc)', `SELECT SUM(length(doc)) FROM ${A}`)
t('one text', `SELECT COUNT(r.doc ->> '$.practice') FROM ${A}`)
t('two texts', `SELECT COUNT(r.doc ->> '$.practice'), COUNT(r.doc ->> '$.municipality') FROM ${A}`)
t('five', `SELECT COUNT(r.doc ->> '$.practice'), COUNT(r.doc ->> '$.municipality'), COUNT(r.doc ->> '$.status'), COUNT(r.doc ->> '$.implementedOn'), COUNT(r.doc ->> '$.endedOn') FROM ${A}`)
t('five json_extract', `SELECT COUNT(json_extract(r.doc,'$.practice')), COUNT(json_extract(r.doc,'$.municipality')), COUNT(json_extract(r.doc,'$.status')), COUNT(json_extract(r.doc,'$.implementedOn')), COUNT(json_extract(r.doc,'$.endedOn')) FROM ${A}`)
t('five via array', `SELECT COUNT(x->>0), COUNT(x->>1), COUNT(x->>2), COUNT(x->>3), COUNT(x->>4) FROM (SELECT json_extract(r.doc,'$.practice','$.municipality','$.status','$.implementedOn','$.endedOn') AS x FROM ${A})`)
t('days', `SELECT COUNT(unixepoch(r.doc ->> '$.implementedOn')/86400), COUNT(unixepoch(r.doc ->> '$.endedOn')/86400) FROM ${A}`)
t('facts materialized', `WITH f AS MATERIALIZED (SELECT r.doc ->> '$.practice' AS a, r.doc ->> '$.municipality' AS b, r.doc ->> '$.status' AS c, unixepoch(r.doc ->> '$.implementedOn')/86400 AS d, unixepoch(r.doc ->> '$.endedOn')/86400 AS e FROM ${A}) SELECT COUNT(*), SUM(d) FROM f`)
t('facts sorted', `WITH f AS MATERIALIZED (SELECT r.doc ->> '$.practice' AS a, r.doc ->> '$.municipality' AS b, r.doc ->> '$.status' AS c, unixepoch(r.doc ->> '$.implementedOn')/86400 AS d, unixepoch(r.doc ->> '$.endedOn')/86400 AS e FROM ${A}) SELECT COUNT(*), SUM(d) FROM (SELECT * FROM f ORDER BY a LIMIT -1 OFFSET 0)`)
t('facts sorted within', `WITH f AS MATERIALIZED (SELECT r.doc ->> '$.practice' AS a, r.doc ->> '$.municipality' AS b, r.doc ->> '$.status' AS c, unixepoch(r.doc ->> '$.implementedOn')/86400 AS d, unixepoch(r.doc ->> '$.endedOn')/86400 AS e FROM ${A}) SELECT a, COUNT(*), COUNT(DISTINCT b), COUNT(DISTINCT c) FROM (SELECT * FROM f ORDER BY a LIMIT -1 OFFSET 0) GROUP BY a`)
