import { CHECKS, type Compatibility, type FailOn, type Problem, type Result, resultOf } from "@concordat/engine";

/** Variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a workflow asks of the action. */
export interface Inputs extends CommentInputs {
  readonly config: string | undefined;
  readonly contracts: readonly string[];
  readonly base: string | undefined;
  /** What to do, instead of what the configuration says. */
  readonly checks: readonly string[] | undefined;
  /** Whose consumers must get along with which revision, instead of what the policy says. */
  readonly compatibility: Compatibility | undefined;
  readonly comment: boolean;
  readonly annotations: boolean;
  readonly maxAnnotations: number;
  readonly sarifFile: string | undefined;
  readonly pageFile: string | undefined;
  readonly reportFile: string | undefined;
  readonly onlyChanged: boolean;
}

/** What commenting needs to know, here and in the action that only comments. */
export interface CommentInputs {
  readonly failOn: FailOn;
  /** Undefined where nothing can be approved. */
  readonly approveLabel: string | undefined;
  /** Who may approve, in small letters; anybody who can set labels where it is empty. */
  readonly approvers: readonly string[];
  readonly commentId: string;
  readonly token: string | undefined;
  readonly workingDirectory: string;
}

const COMPATIBILITIES: readonly Compatibility[] = ["backward", "forward", "full"];
const FAIL_ON: readonly FailOn[] = ["error", "warn", "never"];
const DEFAULT_LABEL = "breaking-change-approved";
const DEFAULT_ANNOTATIONS = 50;

/** Reads the inputs as the runner hands them over: one variable each, empty where a workflow says nothing. */
export function readInputs(env: Environment): Result<Inputs> {
  const reader = new InputReader(env);
  const value: Inputs = {
    ...readShared(reader),
    config: reader.text("config"),
    contracts: reader.list("contracts"),
    base: reader.text("base"),
    checks: reader.choices("checks", CHECKS),
    compatibility:
      reader.text("compatibility") === undefined
        ? undefined
        : reader.choice("compatibility", COMPATIBILITIES, "backward"),
    comment: reader.flag("comment", true),
    annotations: reader.flag("annotations", true),
    maxAnnotations: reader.count("max-annotations", DEFAULT_ANNOTATIONS),
    sarifFile: reader.text("sarif-file"),
    pageFile: reader.text("page-file"),
    reportFile: reader.text("report-file"),
    onlyChanged: reader.flag("only-changed", false),
  };
  return resultOf(value, reader.problems);
}

/** What the action that only comments is asked. */
export interface CommentRequest extends CommentInputs {
  readonly reportFile: string;
  /** The number of the pull request; found by itself where undefined. */
  readonly pullRequest: number | undefined;
}

/** Reads the inputs of the action that only comments. */
export function readCommentInputs(env: Environment): Result<CommentRequest> {
  const reader = new InputReader(env);
  const reportFile = reader.text("report-file") ?? reader.refuse("report-file", "is missing; it names the JSON report");
  const pullRequest = reader.text("pull-request") === undefined ? undefined : reader.count("pull-request", 0);
  const value: CommentRequest = { ...readShared(reader), reportFile: reportFile ?? "", pullRequest };
  return resultOf(value, reader.problems);
}

function readShared(reader: InputReader): CommentInputs {
  const commentId = reader.text("comment-id") ?? "default";
  if (!/^[\w.-]{1,64}$/.test(commentId))
    reader.refuse("comment-id", "takes up to 64 letters, digits, dots, dashes and underscores");
  return {
    failOn: reader.choice("fail-on", FAIL_ON, "error"),
    approveLabel: reader.orNone("approve-label", DEFAULT_LABEL),
    approvers: reader.list("approvers").map((name) => name.replace(/^@/, "").toLowerCase()),
    commentId,
    token: reader.text("github-token"),
    workingDirectory: reader.text("working-directory") ?? ".",
  };
}

/** Reads variables one by one, and gathers what is wrong with them. */
class InputReader {
  readonly #env: Environment;
  readonly problems: Problem[] = [];

  constructor(env: Environment) {
    this.#env = env;
  }

  text(name: string): string | undefined {
    const text = this.#given(name);
    return text === "" ? undefined : text;
  }

  /** A text that a workflow can set to nothing, which is not the same as leaving it out. */
  orNone(name: string, otherwise: string): string | undefined {
    const text = this.#given(name) ?? otherwise;
    return text === "" ? undefined : text;
  }

  /** Words, by spaces, commas or lines. */
  list(name: string): string[] {
    return (this.text(name) ?? "").split(/[\s,]+/).filter((word) => word !== "");
  }

  choice<T extends string>(name: string, choices: readonly T[], otherwise: T): T {
    const text = this.text(name) ?? otherwise;
    const choice = choices.find((each) => each === text);
    if (choice === undefined) this.refuse(name, `is \`${text}\`; it is one of ${choices.join(", ")}`);
    return choice ?? otherwise;
  }

  choices(name: string, choices: readonly string[]): readonly string[] | undefined {
    const words = this.list(name);
    const unknown = words.filter((word) => !choices.includes(word));
    if (unknown.length > 0) this.refuse(name, `has \`${unknown.join("`, `")}\`; it lists ${choices.join(", ")}`);
    return words.length === 0 ? undefined : [...new Set(words)];
  }

  /** As YAML writes truth values. */
  flag(name: string, otherwise: boolean): boolean {
    const text = this.text(name) ?? String(otherwise);
    if (/^(?:true|True|TRUE)$/.test(text)) return true;
    if (!/^(?:false|False|FALSE)$/.test(text)) this.refuse(name, `is \`${text}\`; it is true or false`);
    return false;
  }

  count(name: string, otherwise: number): number {
    const text = this.text(name) ?? String(otherwise);
    if (!/^\d{1,9}$/.test(text)) this.refuse(name, `is \`${text}\`; it is a whole number`);
    return Number(text);
  }

  refuse(name: string, why: string): undefined {
    this.problems.push({ code: "usage", message: `The input \`${name}\` ${why}.` });
  }

  /** The runner keeps dashes in the names of variables and makes letters capital. */
  #given(name: string): string | undefined {
    return this.#env[`INPUT_${name.toUpperCase()}`]?.trim();
  }
}
