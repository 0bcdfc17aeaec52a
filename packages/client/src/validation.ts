import type { Core } from "./core.ts";
import type { OperationEntry } from "./entry.ts";
import { CallError, StatusError, UnexpectedResponseError, ValidationError } from "./errors.ts";
import { type JudgedMessage, tell } from "./hooks.ts";
import { mediaKind } from "./media.ts";
import { isBodiless, type ReadAnswer } from "./read.ts";
import type { Prepared, RawInput } from "./request.ts";
import { judgeRequest, judgeResponse, type SentBody } from "./validators/judge-message.ts";
import type { Direction } from "./validators/judge-value.ts";
import type { OperationRow, ValidatorTable } from "./validators/table.ts";
import { type Unchecked, unchecked, type Verdict, type Violation } from "./validators/verdict.ts";

/** What becomes of a message that breaks the contract: nothing is looked at, a hook or the console is told, or the call fails. */
export type ValidationMode = "off" | "warn" | "throw";

/** The mode for both directions, or for each; what is left out is off. */
export type Validate = ValidationMode | Readonly<Partial<Record<Direction, ValidationMode>>>;

/** What one call says of validation, and of the request that it makes. */
interface Own {
  /** Goes before the mode of the client. */
  readonly validate?: Validate | undefined;
  /** The whole URL, where that was given: its parameters are not judged. */
  readonly url?: string | undefined;
}

/** Judges the messages of a client by its contract; `validation` makes one. */
export interface Validation {
  /** Whether messages of a direction are judged where a call says nothing else. */
  judges(direction: Direction): boolean;
  /** Judges a request before it is sent; answers what the call fails with, if it does. */
  request(core: Core, request: Prepared, input: RawInput, own: Own): ValidationError | undefined;
  /** Judges the response that ended a call, once it is read. It is an answer, so that it is never retried. */
  response(
    core: Core,
    request: Prepared,
    response: Response,
    answer: ReadAnswer,
    own: Own,
  ): ValidationError | undefined;
}

/**
 * Makes the `validation` of a client: requests and responses are judged by a validator table, as data, so that it works under a
 * strict content security policy. Throws where a mode is none.
 *
 * @param validators what the `validators.ts` of a generated client exports
 */
export function validation(validators: ValidatorTable, validate: Validate): Validation {
  check(validate);
  const warned = new Set<string>();
  const judge = (
    message: Pick<ValidationError, "direction" | "status">,
    { core, entry, own }: { readonly core: Core; readonly entry: OperationEntry; readonly own: Own },
    verdictsOf: (row: OperationRow) => Iterable<Verdict>,
  ): ValidationError | undefined => {
    const mode = modeOf(own.validate ?? validate, message.direction);
    if (mode === "off") return undefined;
    const row = Object.hasOwn(validators.operations, entry.name) ? validators.operations[entry.name] : undefined;
    const verdicts = row ? verdictsOf(row) : [unchecked("operation", "The validators have no such operation.")];
    const found = sorted(verdicts);
    const { violations } = found;
    if (violations.length + found.unchecked.length === 0) return undefined;
    const told: JudgedMessage = { operation: entry, ...message, ...found };
    tell(core.hooks, (hook) => hook.onValidation?.(told), core.world.warn);
    if (violations.length === 0) return undefined;
    const error = new ValidationError(entry.name, message.direction, message.status, violations);
    if (mode !== "warn") return error;
    if (!core.hooks.some((hook) => hook.onValidation)) warnOnce(warned, error, core.world.warn);
    return undefined;
  };
  return {
    judges: (direction) => modeOf(validate, direction) !== "off",
    request: (core, request, input, own) =>
      judge({ direction: "request", status: undefined }, { core, entry: request.entry, own }, (row) =>
        judgeRequest(validators, row, {
          given: own.url === undefined ? input : undefined,
          headers: request.headers,
          body: bodyOfRequest(request, input),
        }),
      ),
    response: (core, request, response, answer, own) => {
      const { entry } = request;
      // Without a whole answer there is nothing to judge.
      if (answer.error instanceof CallError) return undefined;
      const { status, headers, type } = response;
      const invalid = judge({ direction: "response", status }, { core, entry, own }, (row) =>
        response.redirected
          ? [unchecked("status", "The response is of another operation: the request was redirected.")]
          : judgeResponse(validators, row, {
              status,
              headers,
              hidesHeaders: type === "cors",
              // What is read as a file is one of no bytes where there is none.
              body: isBodiless(entry, status) ? undefined : bodyOfResponse(response, answer),
              mayHaveBody: !isBodiless(entry, status),
            }),
      );
      // What is unexpected anyway keeps its error, which says whether something may stand in for the answer.
      return answer.error instanceof UnexpectedResponseError ? undefined : invalid;
    },
  };
}

/** Throws where a mode is none. */
function check(validate: Validate): void {
  for (const mode of typeof validate === "string" ? [validate] : Object.values(validate))
    if (!MODES.includes(mode))
      throw new RangeError(`The mode of \`validation\` must be \`off\`, \`warn\` or \`throw\`; it is \`${mode}\`.`);
}

const MODES: readonly ValidationMode[] = ["off", "warn", "throw"];

function modeOf(validate: Validate = "off", direction: Direction): ValidationMode {
  return typeof validate === "string" ? validate : (validate[direction] ?? "off");
}

/** Verdicts by their kind. */
function sorted(verdicts: Iterable<Verdict>): Pick<JudgedMessage, "violations" | "unchecked"> {
  const violations: Violation[] = [];
  const doubts: Unchecked[] = [];
  for (const verdict of verdicts) {
    if (verdict?.kind === "violation") violations.push(withoutKind(verdict));
    else if (verdict) doubts.push(withoutKind(verdict));
  }
  return { violations, unchecked: doubts };
}

function withoutKind<T extends { readonly kind: string }>({ kind: _, ...said }: T): Omit<T, "kind"> {
  return said;
}

/** Tells a developer what breaks the contract: once for each place in it. */
function warnOnce(warned: Set<string>, error: ValidationError, warn: (message: string) => void): void {
  const { operation, direction, status, violations } = error;
  const places = violations.map(({ at, keyword }) => `${at.replace(/\/\d+(?=\/|$)/g, "/*")} ${keyword}`);
  const key = [operation, direction, status, ...places].join(" ");
  if (warned.has(key)) return;
  warned.add(key);
  warn(error.message);
}

function bodyOfRequest({ body, headers }: Prepared, input: RawInput): SentBody | undefined {
  if (body === undefined) return undefined;
  const contentType = headers.get("content-type") ?? (body instanceof FormData ? "multipart/form-data" : null);
  const given = input.body;
  const isFields = typeof given === "object" && given !== null && !(given instanceof URLSearchParams);
  const text = headers.has("content-encoding") ? undefined : textOf(body, contentType);
  return { contentType, text, ...(isFields && { fields: given }) };
}

/** The text of a body that has one; undefined for streams, files and forms of parts. */
function textOf(body: Prepared["body"], contentType: string | null): string | undefined {
  const kind = mediaKind(contentType ?? "");
  if (body instanceof ArrayBuffer && kind !== "binary" && kind !== "multipart") return new TextDecoder().decode(body);
  return typeof body === "string" ? body : undefined;
}

function bodyOfResponse({ headers }: Response, { body, data, error, isStream }: ReadAnswer): SentBody | undefined {
  const isEmpty = body === undefined || (body instanceof Blob && body.size === 0);
  if (isEmpty && isStream !== true) return undefined;
  const contentType = headers.get("content-type");
  const read = error === undefined ? data : error instanceof StatusError ? error.body : undefined;
  const isJson = mediaKind(contentType ?? "") === "json";
  return { contentType, text: typeof body === "string" ? body : undefined, ...(isJson && { json: read }) };
}
