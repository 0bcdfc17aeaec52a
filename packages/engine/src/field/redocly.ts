import { type FieldEntry, parseFieldTable } from "./table.ts";

/*
 * What each rule of `redocly diff` corresponds to here, written as in oasdiff.ts.
 *
 * Its rules judge edits of the description, each node by itself; those here judge what the edits come to.
 */
const TABLE = `
# Operations
operation-removed | operation-removed webhook-removed callback-removed | A removal on or after the announced sunset does not count.
path-removed | operation-removed operation-moved webhook-removed callback-removed | Told for each operation of the path. A path whose operations keep their \`operationId\` has moved; one whose parameter has another name is the same; a base path that went from the servers into the paths is the same.
operation-id-changed | operation-id-changed | Names of generated code change, and nothing that is sent: for clients.

# Parameters
parameter-became-required | request-parameter-became-required request-parameter-required-added
parameter-removed | request-parameter-removed request-parameter-serialisation-changed | A server ignores a parameter that it does not know: for clients. Parameters of the path item are merged first, so moving one to the operation is no change.
parameter-serialization-changed | request-parameter-serialisation-changed | Told where values that base allows are written in another way: \`explode\` says nothing of a number, and a default that is written out says nothing new.

# Bodies, responses and headers
request-body-became-required | request-body-became-required
request-body-removed | request-body-removed
media-type-removed | request-media-type-removed response-media-type-removed response-error-media-type-removed | Ranges such as \`application/*\` cover what they name.
response-removed | response-success-status-removed response-error-status-removed | \`2XX\` and \`default\` cover a status that they name. A status of failure that leaves breaks nobody.
response-header-removed | response-header-removed response-optional-header-removed | A header that was never promised is for clients.

# Schemas
schema-type-changed | {request,response}-type-* {request,response}-null-* {request,response}-alternatives-*
enum-values-removed | request-enum-narrowed request-extensible-enum-value-removed
enum-values-added | response-enum-widened response-extensible-enum-widened response-extensible-enum-value-added | An enum that the contract says may grow does not break.
required-properties-added | request-property-became-required request-required-property-added
required-properties-removed | response-property-became-optional response-property-removed
property-removed | response-property-removed response-optional-property-removed request-optional-property-removed request-required-property-removed request-closed-narrowed | A property that was never promised is for clients.
schema-constraint-changed | {request,response}-{range,multiple-of,length,pattern,item-count,unique-items,contains,items,closed,map-values,property-names,property-count,dependencies,exclusion,condition,enum}-* {request,response}-format-changed {request,response}-content-encoding-changed | Told where values are won or lost. \`format\` is for clients.
schema-combinator-changed | {request,response}-*-narrowed {request,response}-*-widened request-required-property-added response-property-became-optional | Parts are merged and alternatives compared by their values, so wrapping, splitting and reordering is no change.

# Security and servers
security-requirement-changed | security-alternative-removed | Schemes are compared by what they ask a client to send, not by their names.
security-scheme-changed | security-alternative-removed security-scheme-removed | Told at the operations that ask for the scheme.
server-removed | server-removed

# AsyncAPI
channel-{removed,address-changed} | - | Descriptions of events are not judged.
message-{removed,content-type-changed} | - | Descriptions of events are not judged.
operation-action-changed | - | Descriptions of events are not judged.
`;

/** Everything that `redocly diff` judges, with what judges it here. */
export const REDOCLY_FIELD: readonly FieldEntry[] = parseFieldTable(TABLE);
