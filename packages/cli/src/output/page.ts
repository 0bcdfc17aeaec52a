import type { ReportContext, ReportInput } from "@concordat/engine";
import { pageDataOf } from "@concordat/engine/report";
import { reportPage } from "@concordat/report-page";

/** The page for people about an outcome. */
export async function renderPage(input: ReportInput, context: Pick<ReportContext, "rules">): Promise<string> {
  return reportPage(await pageDataOf(input, context));
}
