export { type Budget, DEFAULT_BUDGET } from "./budget.ts";
export { circles } from "./circles.ts";
export { UNCONFIRMED, type Unconfirmed } from "./confirm/unconfirmed.ts";
export { askContainment, budgetOf, loadAutomata, metaschemasFor, type Question } from "./contains.ts";
export { pickCounterpart } from "./counterpart.ts";
export { Decider } from "./decide.ts";
export {
  compareNumbers,
  ExactNumber,
  isNumber,
  type JsonNumber,
  nearestDouble,
  parseNumber,
  withDoubles,
} from "./exact.ts";
export { Explainer } from "./explain/explainer.ts";
export {
  type Cause,
  type CauseData,
  type Explanation,
  findRefusedAt,
  type Step,
  unfinishedCause,
} from "./explain/explanation.ts";
export { findRefusal, type Refusal } from "./explain/refusal.ts";
export {
  canonicalText,
  codePointLength,
  isObject,
  type Json,
  type JsonObject,
  jsonEqual,
  own,
  setOwn,
} from "./json.ts";
export { append, greatest } from "./lists.ts";
export { type Dialect, dialectOfSchemaUri, isDialect, traitsOf } from "./lower/dialect.ts";
export { Discriminators } from "./lower/discriminator.ts";
export {
  absoluteUri,
  type Document,
  type Library,
  type Located,
  libraryOf,
  locate,
  locationOf,
  resolveReference,
  type Unresolved,
} from "./lower/document.ts";
export type { FormatPolicy } from "./lower/formats.ts";
export { inheritanceOf, keyOf as placeKey } from "./lower/inheritance.ts";
export { ANY_OBJECT, type Keywords, Place } from "./lower/keywords.ts";
export { keyOf } from "./lower/node.ts";
export { showValue } from "./lower/reader.ts";
export { isReferable } from "./lower/schema-places.ts";
export { type SchemaProblem, Space } from "./lower/space.ts";
export { type TypeSet, typeNames, typeOf } from "./lower/types.ts";
export { type Mode, STRICT } from "./mode.ts";
export { plainlyHasValue } from "./plain-value.ts";
export { decodeFragment, escapeToken, formatPointer, parsePointer } from "./pointer.ts";
export { limitsNothing } from "./search/limits-nothing.ts";
export { Steps } from "./steps.ts";
export { itemSchemas } from "./types/array.ts";
export { valueSchemas } from "./types/object.ts";
export type { Found } from "./types/outcome.ts";
export { unicodeSource } from "./types/pattern.ts";
export type { Automata } from "./types/string.ts";
export { type View, Views } from "./view.ts";
