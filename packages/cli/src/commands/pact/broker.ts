import { join, resolve } from "node:path";
import { failed, type Host, type Result } from "@concordat/engine";
import { type Broker, halBroker, ledgerBroker, readBrokerSettings, sendByFetch } from "@concordat/pact";
import type { Surroundings } from "../../io.ts";

/** Where the ledger lies from the top of the checkout, where no flag says otherwise. */
const LEDGER = "pact-ledger";

/** What the commands that record or ask have in common. */
export interface BrokerFlags {
  readonly ledger?: string;
  readonly newEnvironment?: boolean;
}

/** Opens what keeps the records: the ledger that a flag names, else the Pact Broker of the environment, else the ledger here. */
export async function openBroker(
  { ledger, newEnvironment }: BrokerFlags,
  host: Host,
  { env }: Pick<Surroundings, "env">,
): Promise<Result<Broker>> {
  if (ledger === undefined) {
    const settings = readBrokerSettings(env);
    if (failed(settings)) return settings;
    if (settings.value) return { value: halBroker(settings.value, sendByFetch) };
  }
  const folder =
    ledger === undefined ? join((await host.gitRoot(host.cwd)) ?? host.cwd, LEDGER) : resolve(host.cwd, ledger);
  return { value: ledgerBroker(host, { folder, newEnvironment: newEnvironment === true }) };
}
