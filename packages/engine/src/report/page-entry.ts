/** What the page for people takes of the engine: the documents, and what can be asked of them. It runs in a browser. */

export { type Excerpts, excerptAt, type PlaceExcerpt } from "../finding/excerpts.ts";
export { impactRank, type Severity, type Span, severityRank } from "../finding/finding.ts";
export { reachOf } from "../finding/witness-reach.ts";
export { exitCodeOf } from "../policy/verdict.ts";
export { againstOf } from "./against.ts";
export { type Answered, bumpText, countsOf } from "./answer-text.ts";
export type { CheckDocument, FindingDocument, JudgedDocument } from "./document.ts";
export { fixOf } from "./fix.ts";
export { kindsOf } from "./kinds.ts";
export type { AllDeprecationsDocument, DeprecationsDocument, MigrationsDocument } from "./lifecycle-documents.ts";
export type { PageData, PageDocument, PageRule } from "./page-data.ts";
