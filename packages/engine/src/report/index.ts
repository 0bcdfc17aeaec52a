import type { Result } from "../base/result.ts";
import type { CheckOutcome } from "../outcome.ts";
import type { CheckDocument, DiffDocument } from "./document.ts";
import type { PageData, PageDocument } from "./page-data.ts";
import type { NoReport, PublishedDocument } from "./read-document.ts";
import type { ReportContext, Reporter, ReportInput } from "./report.ts";

/** All reports by format; each is loaded when it is used. */
export const reporters = {
  stylish: async (): Promise<Reporter> => (await import("./stylish.ts")).renderStylish,
  json: async (): Promise<Reporter> => (await import("./json.ts")).renderJson,
  markdown: async (): Promise<Reporter> => (await import("./markdown.ts")).renderMarkdown,
  github: async (): Promise<Reporter> => (await import("./github.ts")).renderGithub,
  sarif: async (): Promise<Reporter> => (await import("./sarif.ts")).renderSarif,
  junit: async (): Promise<Reporter> => (await import("./junit.ts")).renderJunit,
  gitlab: async (): Promise<Reporter> => (await import("./gitlab.ts")).renderGitlab,
  changelog: async (): Promise<Reporter> => (await import("./changelog.ts")).renderChangelog,
};

export type ReportName = keyof typeof reporters;

/** The document that the JSON of an outcome is. */
export async function documentOf(input: ReportInput): Promise<DiffDocument | CheckDocument> {
  return (await import("./json.ts")).documentOf(input);
}

/** Reads the JSON of `check`, or says why a text is none; what reads it is loaded when it is used. */
export async function readReport(text: string): Promise<Result<CheckOutcome, NoReport>> {
  return (await import("./read-report.ts")).readReport(text);
}

/** Reads any document that commands print as JSON, or says why a text is none. */
export async function readDocument(text: string): Promise<Result<PublishedDocument, NoReport>> {
  return (await import("./read-document.ts")).readDocument(text);
}

/** The outcome that a document was written from; undefined where it judges nothing. */
export async function inputOf(document: PublishedDocument): Promise<ReportInput | undefined> {
  return (await import("./read-report.ts")).inputOf(document);
}

/** What a page shows of an outcome. */
export async function pageDataOf(input: ReportInput, context: Pick<ReportContext, "rules">): Promise<PageData> {
  return (await import("./page-data.ts")).pageDataOf(input, context);
}

/** What a page shows of documents. */
export async function pageDataOfDocuments(
  documents: readonly PageDocument[],
  rules: ReportContext["rules"],
): Promise<PageData> {
  return (await import("./page-data.ts")).pageDataOfDocuments(documents, rules);
}

export { isRecord, numberAt, textAt } from "../base/json-at.ts";
export { countOf, jsonText, oneLine, plainLines } from "../base/plain-text.ts";
export { answerJson } from "./answer.ts";
export { escapeMarkdown, escapeXml, inlineCode } from "./escape.ts";
export type { PageData, PageDocument } from "./page-data.ts";
export type { NoReport, PublishedDocument } from "./read-document.ts";
export type { NextCommands, ReportContext, Reporter, ReportInput } from "./report.ts";
export { workflowCommand } from "./workflow-command.ts";
