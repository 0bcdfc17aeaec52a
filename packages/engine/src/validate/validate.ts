import { relative } from "node:path";
import type { Located } from "@concordat/containment";
import type { Problem } from "../base/problem.ts";
import { resolveSpans } from "../finding/spans.ts";
import type { Host } from "../host/host.ts";
import { type Description, loadDescription } from "../load/description.ts";

/** One thing that is wrong with the structure of a description. */
interface Fault {
  readonly message: string;
  readonly pointer: string;
}

/** Checks a description against the specification it claims to follow; answers what is wrong, with lines. */
export async function validateDescription(
  spec: string,
  host: Host,
  allowRemote: readonly string[],
): Promise<readonly Problem[]> {
  const description = await loadDescription(relative(host.cwd, spec) || spec, host, {
    allowRemote,
    allowPrivateNetwork: false,
  });
  if ("kind" in description) return description.problems;
  const faults = await structureFaults(description);
  const spans = resolveSpans(
    faults.map(({ at }) => at),
    description,
  );
  return [
    ...description.problems,
    ...faults.map(({ message, at }) => ({ code: "openapi-invalid", message, ...spans(at) })),
  ];
}

/** What is wrong with the structure of a description, by the schema of the specification it claims to follow. */
export async function structureFaults(
  description: Description,
): Promise<{ readonly message: string; readonly at: Located }[]> {
  const { root } = description;
  const faults =
    root.dialect === "openapi-3.2" ? await faultsBy32(description) : await faultsBySwaggerParser(description);
  return faults.map(({ message, pointer }) => ({ message, at: { document: root, pointer, value: undefined } }));
}

async function faultsBySwaggerParser({ root }: Description): Promise<Fault[]> {
  const { default: SwaggerParser } = await import("@apidevtools/swagger-parser");
  // References are followed by our own loading, which knows what may be read; here each document is checked by itself.
  const copy = structuredClone(root.root) as Parameters<typeof SwaggerParser.validate>[0];
  try {
    await SwaggerParser.validate(copy, {
      resolve: { external: false },
      dereference: { circular: "ignore" },
      validate: { spec: false },
    });
    return [];
  } catch (error) {
    return faultsOf(error);
  }
}

function faultsOf(error: unknown): Fault[] {
  const { details, message } = error as {
    details?: readonly { instancePath?: string; message?: string; params?: object }[];
    message: string;
  };
  if (!Array.isArray(details) || details.length === 0)
    return [{ message: message.split("\n")[0] ?? message, pointer: "" }];
  return details.map(({ instancePath = "", message: detail = "", params = {} }) => {
    const extra = Object.values(params).find((value) => typeof value === "string");
    return { message: `${detail}${extra === undefined ? "" : ` (\`${extra}\`)`}.`, pointer: instancePath };
  });
}

async function faultsBy32({ root }: Description): Promise<Fault[]> {
  const { validate } = await import("@hyperjump/json-schema/openapi-3-2");
  const { BASIC } = await import("@hyperjump/json-schema/experimental");
  const validator = await validate("https://spec.openapis.org/oas/3.2/schema-base");
  const output = validator(root.root as Parameters<typeof validator>[0], BASIC);
  if (output.valid) return [];
  const faults = (output.errors ?? []).map(({ instanceLocation, absoluteKeywordLocation }) => {
    const keyword = absoluteKeywordLocation.split("/").at(-1);
    return {
      message: `This breaks \`${keyword}\` of the OpenAPI 3.2 schema.`,
      pointer: decodeURIComponent(instanceLocation.replace(/^#/, "")),
    };
  });
  // The deepest places say most; what holds them fails only because they do.
  return faults.filter(({ pointer }) => !faults.some((other) => other.pointer.startsWith(`${pointer}/`)));
}
