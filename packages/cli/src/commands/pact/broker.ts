import { join, resolve } from "node:path";
import type { Host } from "@concordat/engine";
import { type Broker, ledgerBroker } from "@concordat/pact";

/** Where the ledger lies from the top of the checkout, where no flag says otherwise. */
const LEDGER = "pact-ledger";

/** What the commands that record or ask have in common. */
export interface BrokerFlags {
  readonly ledger?: string;
  readonly newEnvironment?: boolean;
}

/** Opens what keeps the records. */
export async function openBroker({ ledger, newEnvironment }: BrokerFlags, host: Host): Promise<Broker> {
  const folder =
    ledger === undefined ? join((await host.gitRoot(host.cwd)) ?? host.cwd, LEDGER) : resolve(host.cwd, ledger);
  return ledgerBroker(host, { folder, newEnvironment: newEnvironment === true });
}
