import { type FieldEntry, parseFieldTable } from "./table.ts";

/*
 * What each rule of `redocly diff` corresponds to here, written as in oasdiff.ts.
 *
 * Its rules judge each edited node of the description by itself. Ours judge the effect of the edits on messages.
 */
const TABLE = `
# Operations
operation-removed | operation-removed webhook-removed callback-removed | A removal on or after the announced sunset does not count.
path-removed | operation-removed operation-moved webhook-removed callback-removed | Reported for each operation of the path. A path whose operations keep their \`operationId\` has moved. Renaming a path parameter or moving a base path from the servers into the paths changes nothing.
operation-id-changed | operation-id-changed | Names in generated code change, and messages do not (audience \`client\`).

# Parameters
parameter-became-required | request-parameter-became-required request-parameter-required-added
parameter-removed | request-parameter-removed request-parameter-serialisation-changed | Servers ignore unknown parameters, so the audience is \`client\`. Parameters of the path item are merged first, so moving one to the operation is no change.
parameter-serialization-changed | request-parameter-serialisation-changed | Reported where values that base allows are now written differently: \`explode\` does not affect a number, and writing out a default changes nothing.

# Bodies, responses and headers
request-body-became-required | request-body-became-required
request-body-removed | request-body-removed
media-type-removed | request-media-type-removed response-media-type-removed response-error-media-type-removed | Ranges such as \`application/*\` cover what they name.
response-removed | response-success-status-removed response-error-status-removed | \`2XX\` and \`default\` cover a status that they name. Removing an error status breaks nobody.
response-header-removed | response-header-removed response-optional-header-removed | Removing a header that was never promised has audience \`client\`.

# Schemas
schema-type-changed | {request,response}-type-* {request,response}-null-* {request,response}-alternatives-*
enum-values-removed | request-enum-narrowed request-extensible-enum-value-removed
enum-values-added | response-enum-widened response-extensible-enum-widened response-extensible-enum-value-added | If the contract says that the enum may grow, growth breaks nobody.
required-properties-added | request-property-became-required request-required-property-added
required-properties-removed | response-property-became-optional response-property-removed
property-removed | response-property-removed response-optional-property-removed request-optional-property-removed request-required-property-removed request-closed-narrowed | Removing a property that was never promised has audience \`client\`.
schema-constraint-changed | {request,response}-{range,multiple-of,length,pattern,item-count,unique-items,contains,items,closed,map-values,property-names,property-count,dependencies,exclusion,condition,enum}-* {request,response}-format-changed {request,response}-content-encoding-changed | Reported where values are gained or lost. \`format\` has audience \`client\`.
schema-combinator-changed | {request,response}-*-narrowed {request,response}-*-widened request-required-property-added response-property-became-optional | Parts are merged and alternatives compared by their values, so wrapping, splitting and reordering change nothing.

# Security and servers
security-requirement-changed | security-alternative-removed | Schemes are compared by what they ask a client to send, not by their names.
security-scheme-changed | security-alternative-removed security-scheme-removed | Reported at the operations that ask for the scheme.
server-removed | server-removed

# AsyncAPI
channel-{removed,address-changed} | - | Concordat does not read AsyncAPI.
message-{removed,content-type-changed} | - | Concordat does not read AsyncAPI.
operation-action-changed | - | Concordat does not read AsyncAPI.
`;

/** Every rule of `redocly diff`, with the rules that correspond to it here. */
export const REDOCLY_FIELD: readonly FieldEntry[] = parseFieldTable(TABLE);
