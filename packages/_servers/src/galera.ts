import { chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type MariadbOptions,
  type MariadbRow,
  mariadbArguments,
  newMariadbData,
  newTemporaryFolder,
  queryMariadb,
  startMariadbd,
} from './mariadb.js'
import { makePlace, type Place, type Server } from './place.js'
import { freePort } from './ports.js'
import { orLeave } from './postgres.js'
import { until } from './processes.js'

/** A running Galera cluster: every node takes writes. Nodes are numbered from 0. User `root`, no password. */
export interface GaleraCluster {
  /** Where the nodes answer SQL, on 127.0.0.1; a node keeps its port. */
  readonly ports: readonly number[]
  /** Runs one statement on a node in a connection of its own. */
  query(node: number, sql: string): Promise<readonly MariadbRow[]>
  /** Ends a node by force, as a crash would. Its data stay. */
  kill(node: number): Promise<void>
  /** Starts a node again and waits until it is in step with the others, which must still be a cluster. */
  restart(node: number): Promise<void>
  /** The node answers nothing; the others go on without it after some seconds. */
  freeze(node: number): void
  /** Ends `freeze` and waits until the node is in step with the others. */
  thaw(node: number): Promise<void>
  /** Stops every node and deletes their data. May be called again. */
  stop(): Promise<void>
}

export interface GaleraOptions extends MariadbOptions {
  /** How many nodes; default 3, the least that outlive the loss of one. */
  readonly nodes?: number
}

/**
 * Starts a cluster of Debian's MariaDB with Galera in a temporary folder and waits until all nodes are in
 * step. It stops with this process. A database `test` is there.
 * @throws Error with the log of the node that does not start; see `whyMissing`
 */
export async function startGalera(options: GaleraOptions = {}): Promise<GaleraCluster> {
  const place = await makePlace('mysql')
  return orLeave(place, async () => {
    const nodes: Node[] = []
    for (let number = 0; number < (options.nodes ?? 3); number++) nodes.push(await newNode(place, number))
    const servers: Server[] = []
    /** Those that neither were killed nor stand still. */
    const live = new Set<Node>()
    const enter = async (node: Node) => {
      live.add(node)
      await inStep(live)
    }
    const first = at(nodes, 0)
    await newMariadbData(place, first.data)
    for (const node of nodes) {
      // One after the other: each gets all its data from those before it.
      servers.push(await begin(place, node, nodes.slice(0, servers.length), options))
      await enter(node)
    }
    await queryMariadb(first.sql, 'CREATE DATABASE test CHARACTER SET utf8mb4')
    return {
      ports: nodes.map(({ sql }) => sql),
      query: (number, sql) => queryMariadb(at(nodes, number).sql, sql),
      async kill(number) {
        live.delete(at(nodes, number))
        await at(servers, number).kill()
      },
      async restart(number) {
        const node = at(nodes, number)
        live.delete(node)
        await at(servers, number).stop()
        const others = nodes.filter((other) => other !== node)
        servers[number] = await begin(place, node, others, options)
        await enter(node)
      },
      freeze(number) {
        live.delete(at(nodes, number))
        at(servers, number).freeze()
      },
      async thaw(number) {
        at(servers, number).thaw()
        await enter(at(nodes, number))
      },
      stop: () => place.leave(),
    }
  })
}

/** The ports of a node: for SQL, for the group, and for what a node that comes back has missed, part or all. */
interface Node {
  readonly data: string
  readonly name: string
  readonly sql: number
  readonly group: number
  readonly part: number
  readonly all: number
}

async function newNode({ folder, user }: Place, number: number): Promise<Node> {
  const name = `node-${number}`
  const data = join(folder, name)
  await mkdir(data)
  if (user.uid !== undefined && user.gid !== undefined) await chown(data, user.uid, user.gid)
  await newTemporaryFolder({ user }, data)
  return {
    data,
    name,
    sql: await freePort(),
    group: await freePort(),
    part: await freePort(),
    all: await freePort(),
  }
}

/** Starts a node beside `others`, or as the first of a new cluster where there are none. */
async function begin(
  place: Place,
  node: Node,
  others: readonly Node[],
  options: GaleraOptions,
): Promise<Server> {
  const provider = [
    `base_host=127.0.0.1`,
    `base_port=${node.group}`,
    `gmcast.listen_addr=tcp://127.0.0.1:${node.group}`,
    `ist.recv_addr=127.0.0.1:${node.part}`,
    'gcache.size=16M',
    // The silent are expelled sooner than by default (5 s and 15 s): tests wait for it.
    'evs.keepalive_period=PT0.5S',
    'evs.inactive_check_period=PT0.5S',
    'evs.suspect_timeout=PT3S',
    'evs.inactive_timeout=PT9S',
  ]
  const settings = [
    'binlog-format=ROW',
    'innodb-autoinc-lock-mode=2',
    'wsrep-on=ON',
    'wsrep-provider=/usr/lib/galera/libgalera_smm.so',
    `wsrep-provider-options=${provider.join(';')}`,
    `wsrep-cluster-address=gcomm://${others.map(({ group }) => `127.0.0.1:${group}`).join(',')}`,
    'wsrep-cluster-name=tirazh',
    `wsrep-node-name=${node.name}`,
    `wsrep-node-address=127.0.0.1:${node.group}`,
    `wsrep-node-incoming-address=127.0.0.1:${node.sql}`,
    'wsrep-sst-method=rsync',
    `wsrep-sst-receive-address=127.0.0.1:${node.all}`,
    ...(options.settings ?? []),
  ]
  return startMariadbd(place, mariadbArguments(node.data, node.sql, { ...options, settings }))
}

/**
 * Waits until the nodes agree that they are the cluster. What one node says of itself is not enough: one that
 * stood still does not know yet that the others went on without it.
 */
async function inStep(live: ReadonlySet<Node>): Promise<void> {
  const names = [...live].map(({ name }) => name).join(', ')
  await until(async () => {
    const states = await Promise.all([...live].map(({ sql }) => stateOf(sql).catch(() => 'no answer')))
    const [first = ''] = states
    return first.startsWith(`Synced Primary ${live.size} `) && states.every((state) => state === first)
  }, `${names} to be one cluster: it takes most of the nodes it had`)
}

/** What a node thinks of itself and of the cluster, such as `Synced Primary 3 7`. */
async function stateOf(port: number): Promise<string> {
  // The read is refused while something is known to be missing.
  await queryMariadb(port, 'SET STATEMENT wsrep_sync_wait=1 FOR SELECT 1')
  const rows = await queryMariadb(port, "SHOW STATUS LIKE 'wsrep_%'")
  const values = new Map(rows.map((row) => [row.Variable_name, row.Value]))
  const asked = ['local_state_comment', 'cluster_status', 'cluster_size', 'cluster_conf_id']
  return asked.map((name) => values.get(`wsrep_${name}`)).join(' ')
}

function at<T>(all: readonly T[], number: number): T {
  const found = all[number]
  if (found === undefined)
    throw new RangeError(`There is no node ${number}: nodes are 0 to ${all.length - 1}.`)
  return found
}
