import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { statements } from "../../packages/usage/src/store/clickhouse/schema.ts";

/*
 * ClickHouse servers on loopback, of the program that Debian has as `clickhouse-server`: one, or two that share their rows as the
 * shards of a cluster. They are started in a folder of their own, and leave nothing behind.
 */

const PLACES = ["/usr/sbin/clickhouse-server", "/usr/bin/clickhouse-server"];

/** The server of this machine, or the one that the environment names; undefined where there is none. */
export const CLICKHOUSE = [process.env["CLICKHOUSE_SERVER"], ...PLACES].find(
  (path) => path !== undefined && existsSync(path),
);

/** Of the user `ann`. The user `cut` needs none, and has a profile that lets answers end early. */
export const PASSWORD = "s3cr3t-of-ann";

/** Servers that run, and what ends them. */
export interface Servers {
  /** Of the HTTP interface of the first. */
  readonly url: string;
  /** What all of them are called together; undefined where it is one alone. */
  readonly cluster?: string;
  /** Of their processes. */
  readonly pids: readonly number[];
  /** Makes a database with the tables of a store, where the servers cannot be told to make them together. */
  prepare(database: string): Promise<void>;
  stop(): Promise<void>;
}

interface Ports {
  readonly http: number;
  readonly tcp: number;
  readonly interserver: number;
}

/** Starts one server. */
export async function startServer(program: string): Promise<Servers> {
  const folder = mkdtempSync(join(tmpdir(), "concordat-clickhouse-"));
  const [ports] = await portsOf(1);
  const child = await start(program, join(folder, "server"), ports as Ports, "");
  const stop = () => ended([child], folder);
  return { url: urlOf(ports as Ports), pids: [pidOf(child)], prepare: async () => {}, stop };
}

/** Starts two servers, the shards of one cluster. */
export async function startShards(program: string): Promise<Servers> {
  const folder = mkdtempSync(join(tmpdir(), "concordat-clickhouse-"));
  const all = await portsOf(2);
  const cluster = "shards";
  const shards = all.map(({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`);
  const known = `<${cluster}>${shards.join("")}</${cluster}>`;
  const children = await Promise.all(all.map((ports, i) => start(program, join(folder, `${i}`), ports, known)));
  const urls = all.map(urlOf);
  const prepare = async (database: string) => {
    const location = { engine: "clickhouse", url: "", database, user: "", password: "", cluster } as const;
    const made = [`CREATE DATABASE ${database}`, ...statements(location)];
    // Servers make tables together only with a keeper beside them.
    for (const url of urls) for (const sql of made) await post(url, sql.replace(/ ON CLUSTER `\w+`/, ""));
  };
  return { url: urls[0] as string, cluster, pids: children.map(pidOf), prepare, stop: () => ended(children, folder) };
}

/** Runs a statement. */
export async function post(url: string, sql: string): Promise<string> {
  const answer = await fetch(url, { method: "POST", body: sql });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

const pidOf = ({ pid = 0 }: ChildProcess) => pid;
const urlOf = ({ http }: Ports) => `http://127.0.0.1:${http}/`;

async function ended(children: readonly ChildProcess[], folder: string): Promise<void> {
  await Promise.all(
    children.map((child) => {
      const gone = new Promise((done) => child.once("exit", done));
      child.kill("SIGKILL");
      return gone;
    }),
  );
  rmSync(folder, { recursive: true, force: true });
}

async function start(program: string, folder: string, ports: Ports, clusters: string): Promise<ChildProcess> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "config.xml"),
    `<yandex>
      <logger><level>error</level><console>1</console></logger>
      <listen_host>127.0.0.1</listen_host>
      <http_port>${ports.http}</http_port><tcp_port>${ports.tcp}</tcp_port>
      <interserver_http_port>${ports.interserver}</interserver_http_port>
      <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path>
      <users_config>users.xml</users_config>
      <default_profile>default</default_profile><default_database>default</default_database>
      <mark_cache_size>268435456</mark_cache_size>
      <remote_servers>${clusters}</remote_servers>
    </yandex>`,
  );
  const user = (name: string, password: string, profile = "default") => `<${name}><password>${password}</password>
    <networks><ip>127.0.0.1</ip></networks><profile>${profile}</profile><quota>default</quota></${name}>`;
  const short = "<max_result_rows>100</max_result_rows><result_overflow_mode>break</result_overflow_mode>";
  writeFileSync(
    join(folder, "users.xml"),
    `<yandex><profiles><default/><short>${short}</short></profiles><quotas><default/></quotas>
      <users>${user("default", "")}${user("ann", PASSWORD)}${user("cut", "", "short")}</users></yandex>`,
  );
  const child = spawn(program, ["--config-file=config.xml"], { cwd: folder, stdio: "ignore" });
  // Tests that are cut off do not come to stop it.
  process.once("exit", () => child.kill("SIGKILL"));
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`${urlOf(ports)}ping`).catch(() => undefined);
    if (answer?.ok) return child;
    await sleep(50);
  }
  throw new Error(`${program} ended with ${child.exitCode}`);
}

/** Ports that are free now, three for each server. */
async function portsOf(servers: number): Promise<Ports[]> {
  const taken = Array.from({ length: servers * 3 }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(taken.map((each) => new Promise((done) => each.once("listening", done))));
  const ports = taken.map((each) => (each.address() as { readonly port: number }).port);
  await Promise.all(taken.map((each) => new Promise((done) => each.close(done))));
  return Array.from({ length: servers }, (_, i) => {
    const [http = 0, tcp = 0, interserver = 0] = ports.slice(3 * i);
    return { http, tcp, interserver };
  });
}
