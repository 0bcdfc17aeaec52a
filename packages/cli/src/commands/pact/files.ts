import { resolve } from "node:path";
import {
  type Failure,
  failed,
  findFiles,
  type Host,
  hostFailure,
  inputFailure,
  pathFrom,
  type Result,
  together,
} from "@concordat/engine";
import { type PactFile, parsePactFile } from "@concordat/pact";

/** Reads pacts from files and globs. A glob that matches nothing is a failure. */
export async function readPactFiles(named: readonly string[], host: Host): Promise<Result<readonly PactFile[]>> {
  const paths: string[] = [];
  for (const name of named) {
    const matches = /[*?{[]/.test(name) ? await findFiles(host, name, host.cwd) : { value: [name] };
    if (failed(matches)) return matches;
    if (matches.value.length === 0) return inputFailure("pact-missing", `No file matches \`${name}\`.`);
    paths.push(...matches.value.map((match) => resolve(host.cwd, match)));
  }
  return together(await Promise.all([...new Set(paths)].map((path) => readPact(path, host))));
}

async function readPact(path: string, host: Host): Promise<Result<PactFile>> {
  const file = pathFrom(host.cwd, path);
  const text = await host.readText(path);
  if (failed(text)) return named(hostFailure(text, "pact-unreadable"), file);
  return parsePactFile(file, text.value);
}

function named({ failure, problems }: Failure, file: string): Failure {
  return { failure, problems: problems.map((problem) => ({ ...problem, file })) };
}
