import { join, resolve } from "node:path";
import { failed, type Host, hostFailure, inputFailure, nodeHost, type Result, together } from "@concordat/engine";
import { type ImportedPact, importPact, isEvidence, parseExchanges, type RecordedExchange } from "@concordat/pact";
import type { ExitCode, Surroundings } from "../../io.ts";
import { complain, failureCode } from "../../session/problems.ts";

/** The flags of `import`. */
export interface ImportFlags {
  readonly provider: string;
  readonly consumer?: string;
  readonly baseUrl?: string;
  readonly out?: string;
}

/** `concordat pact import`: makes pacts of recorded traffic, one for each consumer. */
export async function importPacts(files: readonly string[], flags: ImportFlags, io: Surroundings): Promise<ExitCode> {
  const host = nodeHost(io.cwd());
  const exchanges = together(await Promise.all(files.map((file) => readExchanges(file, host))));
  if (failed(exchanges)) return failureCode(exchanges, io);
  const made = pactsOf(exchanges.value.flat(), flags);
  if (failed(made)) return failureCode(made, io);
  const { pacts, skipped } = made.value;
  const [first, ...more] = pacts;
  if (flags.out === undefined) {
    if (more.length > 0)
      return complain(
        [{ code: "usage", message: `The traffic is of ${pacts.length} consumers. Name a folder with --out.` }],
        io,
      );
    io.stdout.writeRaw(first?.text ?? "");
  }
  for (const { consumer, provider, text, interactions } of flags.out === undefined ? [] : pacts) {
    const path = join(flags.out ?? "", `${fileName(consumer)}-${fileName(provider)}.json`);
    const written = await host.writeText(resolve(host.cwd, path), text);
    if (failed(written)) return failureCode(hostFailure(written, "output"), io);
    io.stderr.write(`${path}: ${interactions === 1 ? "one interaction" : `${interactions} interactions`}\n`);
  }
  if (skipped > 0)
    io.stderr.write(
      `Skipped ${skipped} exchanges that show no use: without an answer, with a 1xx or 5xx status, preflights, or of another host.\n`,
    );
  return 0;
}

async function readExchanges(file: string, host: Host): Promise<Result<readonly RecordedExchange[]>> {
  const text = await host.readText(resolve(host.cwd, file));
  return failed(text)
    ? hostFailure(text, "traffic-unreadable", `\`${file}\`: ${text.message}`)
    : parseExchanges(file, text.value);
}

function pactsOf(
  exchanges: readonly RecordedExchange[],
  { provider, consumer: named, baseUrl }: ImportFlags,
): Result<{ readonly pacts: readonly ImportedPact[]; readonly skipped: number }> {
  const base = baseUrl === undefined ? undefined : URL.parse(baseUrl);
  if (base === null) return inputFailure("usage", `\`${baseUrl}\` is not a URL.`);
  const basePath = base?.pathname.replace(/\/$/, "") ?? "";
  const isBelow = ({ request: { url } }: RecordedExchange) =>
    base === undefined || (url.origin === base.origin && `${url.pathname}/`.startsWith(`${basePath}/`));
  const used = exchanges.filter((exchange) => isEvidence(exchange) && isBelow(exchange));
  if (used.length === 0)
    return inputFailure("traffic-empty", `None of the ${exchanges.length} exchanges shows what a consumer relies on.`);
  const origins = [...new Set(used.map(({ request }) => request.url.origin))].sort();
  if (origins.length > 1)
    return inputFailure(
      "traffic-mixed",
      `The traffic goes to ${origins.join(", ")}. Name that of the provider with --base-url.`,
    );
  const nameless = used.find(({ consumer }) => (named ?? consumer) === undefined);
  if (nameless)
    return inputFailure(
      "consumer-missing",
      `No consumer is named for ${nameless.request.method} ${nameless.request.url.pathname}. Name it with --consumer.`,
    );
  const consumers = Map.groupBy(used, ({ consumer }) => named ?? consumer ?? "");
  const pacts = [...consumers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([consumer, its]) => importPact(its, { consumer, provider, basePath }));
  return { value: { pacts, skipped: exchanges.length - used.length } };
}

/** A name as part of the name of a file. */
function fileName(name: string): string {
  return encodeURIComponent(name).replaceAll("%", "_");
}
