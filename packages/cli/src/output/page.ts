import { failed, type ReportContext, type ReportInput, rulesOf } from "@concordat/engine";
import { type PublishedDocument, pageDataOf, pageDataOfDocuments, readDocument } from "@concordat/engine/report";
import { reportPage } from "@concordat/report-page";
import { catalogue } from "@concordat/rules";

/** The page for people about an outcome. */
export async function renderPage(input: ReportInput, context: Pick<ReportContext, "rules">): Promise<string> {
  return reportPage(await pageDataOf(input, context));
}

/** The page for people about documents that were printed before. */
export async function renderPageOf(documents: readonly PublishedDocument[]): Promise<string> {
  const shown = documents.map((document) => ({ document }));
  return reportPage(await pageDataOfDocuments(shown, rulesOf(catalogue)));
}

/** The page for people about what a command prints as JSON. */
export async function renderPageOfJson(json: string): Promise<string> {
  const document = await readDocument(json);
  if (failed(document)) throw new Error(`Its own JSON cannot be shown: ${document.why}.`);
  return renderPageOf([document.value]);
}
