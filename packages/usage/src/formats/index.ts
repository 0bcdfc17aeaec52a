import { inputFailure, type UsageResult } from "../result.ts";
import { awsAlb } from "./aws-alb.ts";
import { awsApigw } from "./aws-apigw.ts";
import { combined } from "./combined.ts";
import { counts } from "./counts.ts";
import { envoy } from "./envoy.ts";
import { type ConsumerSource, FIELDS, type LineFormat, type ReadOptions } from "./format.ts";
import { json } from "./json.ts";
import { kong } from "./kong.ts";
import { otlp } from "./otlp.ts";

/** Logs whose rows stand in lines, by the name of their format. */
export const LINE_FORMATS: Readonly<Record<string, LineFormat>> = {
  combined,
  json,
  envoy,
  kong,
  "aws-apigw": awsApigw,
  "aws-alb": awsAlb,
  otlp,
  counts,
};

/** Formats of tables, which a database reads: each offers what a format of lines does. */
const TABLE_FORMATS: Readonly<Record<string, LineFormat>> = { parquet: json, "otel-traces": otlp };

/** All formats. */
export const LOG_FORMATS: readonly string[] = [...Object.keys(LINE_FORMATS), ...Object.keys(TABLE_FORMATS)];

/** What is asked for on reading: where the consumer stands, and names of a team's own. */
export interface ReadRequest {
  /** `user`, `agent`, `field:NAME` or `none`; undefined is what is usual for the format. */
  readonly consumer: string | undefined;
  /** `time=NAME` and the like. */
  readonly fields: readonly string[];
}

/** Reads what is asked for of a format, and says what it does not have. */
export function readOptions(log: string, { consumer, fields }: ReadRequest): UsageResult<ReadOptions> {
  const format = LINE_FORMATS[log] ?? TABLE_FORMATS[log];
  if (format === undefined)
    return inputFailure("log-unknown", `There is no log format \`${log}\`. There are: ${LOG_FORMATS.join(", ")}.`);
  const own: [string, string][] = [];
  for (const field of fields) {
    const [, fact = "", name = ""] = /^(\w+)=(.+)$/.exec(field) ?? [];
    if (!(FIELDS as readonly string[]).includes(fact))
      return inputFailure(
        "usage",
        `\`--field ${field}\` names no fact. Write \`FACT=NAME\`; facts are ${FIELDS.join(", ")}.`,
      );
    own.push([fact, name]);
  }
  if (own.length > 0 && format !== json && format !== counts)
    return inputFailure(
      "usage",
      `The names in logs of \`${log}\` are fixed: \`--field\` is for json, parquet and counts.`,
    );
  const source = consumer === undefined ? format.consumer : sourceOf(consumer);
  if (source === undefined || !format.offers.includes(source.kind)) {
    const offered = format.offers
      .filter((kind) => kind !== "usual")
      .map((kind) => (kind === "field" ? "field:NAME" : kind));
    return inputFailure(
      "usage",
      `\`--consumer ${consumer}\` is not in logs of \`${log}\`. They have: ${offered.join(", ")}.`,
    );
  }
  return { value: { consumer: source, fields: Object.fromEntries(own) } };
}

function sourceOf(text: string): ConsumerSource | undefined {
  if (text.startsWith("field:") && text.length > "field:".length)
    return { kind: "field", name: text.slice("field:".length) };
  return text === "user" || text === "agent" || text === "none" ? { kind: text } : undefined;
}
