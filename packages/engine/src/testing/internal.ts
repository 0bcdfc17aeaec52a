/* What this repository tests itself with, beside what authors of rules use. */
export * from "./field-table.ts";
export { judgeLintCaseBySpectral, type Said } from "./spectral.ts";
