import type { UsageResult } from "../result.ts";
import { openServer } from "./clickhouse/open.ts";
import { openFile } from "./duckdb/open.ts";
import type { StoreLocation } from "./port/location.ts";
import type { UsageStore } from "./port/store.ts";

/** Opens a store; where it is to be written, it is made if it is not there, and waited for while another writes. */
export function openStore(location: StoreLocation, mode: "read" | "write"): Promise<UsageResult<UsageStore>> {
  return location.engine === "duckdb" ? openFile(location.path, mode) : openServer(location, mode);
}
