export { type Decision, MARKER } from "./markers.ts";
export type { CallTarget, Demand, FieldMove, Move, ParameterMove, ParameterPlace } from "./move.ts";
export { type RewrittenFile, rewriteFile, type SourceFile } from "./rewrite.ts";
