import type { Excerpts } from "../finding/excerpts.ts";
import type { DiffDocument } from "./document.ts";
import { documentOf } from "./json.ts";
import type { PublishedDocument } from "./read-document.ts";
import { outcomesOf, type ReportContext, type ReportInput, type RuleTexts } from "./report.ts";

/** All that a page shows; plain data. */
export interface PageData {
  readonly documents: readonly PageDocument[];
  /** What is told of the rules that found something, by their ids. */
  readonly rules: Readonly<Record<string, PageRule>>;
}

/** A document, and lines of the texts that it is about where they were at hand. */
export interface PageDocument {
  readonly document: PublishedDocument;
  /** One for each contract of the document, in its order. */
  readonly excerpts?: readonly Excerpts[];
}

export type PageRule = Pick<RuleTexts, "summary" | "why" | "fix" | "theme">;

/** What a page shows of an outcome. */
export function pageDataOf(input: ReportInput, { rules }: Pick<ReportContext, "rules">): PageData {
  const excerpts = outcomesOf(input).map((outcome) => outcome.excerpts ?? {});
  return pageDataOfDocuments([{ document: documentOf(input), excerpts }], rules);
}

/** What a page shows of documents. */
export function pageDataOfDocuments(documents: readonly PageDocument[], rules: ReportContext["rules"]): PageData {
  const judged = documents.flatMap(({ document }) => judgedIn(document));
  const ids = new Set(judged.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const told = [...ids].sort().flatMap((id) => {
    const texts = rules.get(id);
    if (texts === undefined) return [];
    const { summary, why, fix, theme } = texts;
    return [[id, { summary, why, fix, ...(theme !== undefined && { theme }) }] as const];
  });
  return { documents, rules: Object.fromEntries(told) };
}

function judgedIn(document: PublishedDocument): readonly Pick<DiffDocument, "findings">[] {
  if ("contracts" in document) return document.contracts;
  return "findings" in document ? [document] : [];
}
