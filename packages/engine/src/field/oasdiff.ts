import { type FieldEntry, parseFieldTable } from "./table.ts";

/*
 * What each check of oasdiff corresponds to here. One line: ids there, rules here (all of the diff family), and why the
 * two may judge differently; `-` where nothing here corresponds. `{a,b}` stands for either, `*` for anything.
 *
 * oasdiff asks which keyword was edited and where (body, property, parameter); rules here ask which values were won or
 * lost, and say the place apart. So many ids there are one rule here, and an edit that changes no value is none.
 */
const TABLE = `
# Operations and paths
endpoint-added | operation-added
api-{,path-}removed-{without-deprecation,before-sunset} | operation-removed operation-moved | A path that changed while \`operationId\` stayed is told as a move, not as a removal and an addition. A removal on or after the announced sunset does not count, if the notice period was kept.
api-{,path-}removed-with-deprecation | operation-removed operation-moved | oasdiff takes a deprecation without a sunset for notice enough. Here only a sunset date tells consumers until when they have.
api-path-sunset-parse | operation-removed operation-moved | A date that cannot be read is no date, so the removal counts. Where the operation stays, the date is for lint.
webhook-added | webhook-added
webhook-removed | webhook-removed
endpoint-deprecated{,-with-sunset} | operation-deprecated
endpoint-reactivated | operation-reactivated
api-deprecated-sunset-{missing,parse} | operation-deprecated | Announcing an end breaks no request, with a good date or without. Whether notice was given is judged when the operation goes.
api-sunset-date-too-small | operation-deprecated | A short notice is no break yet. Whether it was kept is judged when the operation goes, by \`noticeDays\`.
sunset-deleted | operation-sunset-changed | A date that leaves breaks no request: it is said, and it is for readers.
api-sunset-date-changed-too-small | operation-sunset-changed | A date that comes nearer breaks no request yet: it is said, and it is for readers.
api-stability-{decreased,increased} | operation-stability-lowered operation-stability-raised | The level is a promise about the future and no part of a message, so the finding is for readers.
{request,response}-property-stability-{decreased,increased} | - | Stability is kept by operation here, not by property.
api-invalid-stability-level | - | A level with an unknown name is a fault of one revision, for lint. It counts as stable.
api-operation-id-{added,removed} | operation-id-added operation-id-changed | Names of generated code change, and nothing that is sent: for clients.
api-tag-{added,removed} | operation-tag-added operation-tag-removed
api-schema-removed | schema-removed schema-renamed
api-{major-version-not-bumped,version-not-bumped,version-decreased} | - | That is the verdict: the declared bump against the required one. It is no finding of its own.

# Security
api-{,global-}security-{added,removed} | security-alternative-added security-alternative-removed | oasdiff tells which entry was edited. Here the list is read as OpenAPI does, as alternatives of which one must be met: a first entry closes an open operation, a further one opens another way.
api-{,global-}security-scope-added | security-alternative-removed | oasdiff only informs. A token without the new scope is refused from now on, so it breaks.
api-{,global-}security-scope-removed | security-alternative-added
api-security-component-{added,removed} | security-scheme-added security-scheme-removed | A scheme breaks or helps only where an operation asks for it, and is told there.
api-security-component-type-changed | security-alternative-removed security-alternative-added | Told at the operations that ask for the scheme.
api-security-component-oauth-scope-{added,changed,removed} | - | The scopes that a scheme lists are documentation; those that operations ask for are judged.
api-security-component-oauth-{url,token-url}-changed | - | Where tokens are fetched is configuration of a deployment, like the address of an identity provider.

# Parameters
new-{optional,required}-request-parameter | request-parameter-optional-added request-parameter-required-added
new-{optional,required}-request-default-parameter-to-existing-path | request-parameter-optional-added request-parameter-required-added | Parameters of a path item are judged as those of each of its operations.
new-request-path-parameter | request-parameter-required-added operation-removed operation-moved | A path with another number of parameters is another path.
request-parameter-{removed,removed-with-deprecation,removed-before-sunset} | request-parameter-removed | A server ignores a parameter that it does not know, so no request fails: for clients, who lose what it did.
request-parameter-became-{required,optional} | request-parameter-became-required request-parameter-became-optional
request-parameter-deprecated | request-parameter-deprecated
request-parameter-reactivated | request-parameter-reactivated
request-parameter-{deprecated-sunset-missing,sunset-date-too-small,sunset-date-changed-too-small,sunset-deleted,sunset-parse} | request-parameter-deprecated request-parameter-removed | Dates of parameters are not kept: a parameter that leaves breaks no request.
request-parameter-default-value-{added,changed,removed} | request-default-changed | The same requests are accepted as before; what one without the parameter means is told to readers.

# Bodies, media types, statuses and headers
request-body-added-{required,optional} | request-body-required-added request-body-optional-added
request-body-removed | request-body-removed
request-body-became-{required,optional} | request-body-became-required request-body-became-optional
request-body-media-type-{added,removed} | request-media-type-added request-media-type-removed webhook-media-type-added | Ranges such as \`application/*\` cover what they name.
response-media-type-{added,removed} | response-media-type-added response-media-type-removed response-error-media-type-removed webhook-media-type-added | Ranges such as \`application/*\` cover what they name.
response-media-type-name-{generalized,changed,specialized} | response-media-type-added response-media-type-removed | Another subtype with the same suffix is another media type: a client that asks for the one and compares names does not find it. Ranges and parameters are understood.
{request,response}-body-media-type-schema-{added,removed} | request-*-narrowed request-*-widened response-*-narrowed response-*-widened | A media type without a schema promises nothing: any value. So losing the schema of a response breaks, as gaining one for a request does.
response-{success,non-success}-status-added | response-status-added
response-success-status-removed | response-success-status-removed | \`2XX\` and \`default\` cover a status that they name.
response-non-success-status-removed | response-error-status-removed
required-response-header-removed | response-header-removed
optional-response-header-removed | response-optional-header-removed
response-header-became-{optional,required} | response-header-became-optional response-header-became-required
response-header-{became-nullable,became-not-nullable} | response-null-widened response-null-narrowed | \`null\` has no text, so a header cannot carry it.
response-header-type-{changed,compatible,generalized,specialized} | response-type-widened response-type-narrowed response-format-changed | Headers are compared as the text on the wire.

# Properties
new-required-request-{property,property-with-default,header-property} | request-required-property-added | A default tells what is meant by a missing value. It does not make a schema accept one, so it does not help.
new-optional-request-property | request-property-added
request-property-removed | request-optional-property-removed request-required-property-removed request-closed-narrowed | An open object takes any property, so none fails: for clients. A closed one refuses it.
request-property-became-{required,required-with-default} | request-property-became-required | A default does not make a schema accept a missing value, so it does not help.
request-header-property-became-required | request-property-became-required
request-property-became-optional | request-property-became-optional
response-required-property-removed | response-property-removed response-property-became-optional
response-optional-property-removed | response-optional-property-removed | Consumers could never rely on it: for clients, whose types lose it.
response-property-became-{optional,required} | response-property-became-optional response-property-became-required
response-{optional,required}-property-added | response-property-added response-required-property-added response-property-became-required response-closed-widened
{request,response}-{optional,required}-property-became-{,not-}{read,write}-only | property-direction-changed request-* response-* | A property that is no longer sent in a direction is judged there as one that left, and one that is now sent as one that came.
{request-property,response-property}-deprecated{,-with-sunset} | schema-deprecated
{request-property,response-property}-reactivated | schema-reactivated
{request,response}-property-deprecated-sunset-{missing,invalid} | schema-deprecated | Dates of properties are not kept. Whether one may leave is judged when it leaves.
{request,response}-property-sunset-date-too-small | schema-deprecated | Dates of properties are not kept. Whether one may leave is judged when it leaves.
response-{optional,required}-write-only-property-{added,removed} | - | A response carries no \`writeOnly\` property.
response-write-only-property-{became-optional,became-required,enum-value-added} | - | A response carries no \`writeOnly\` property.
request-read-only-property-{enum-value-removed,max-length-decreased,{,exclusive-}max-decreased,{,exclusive-}min-increased} | - | A request carries no \`readOnly\` property.

# Types, formats and null
request-{body,property,parameter,parameter-property}-type-{changed,generalized,specialized,compatible} | request-type-narrowed request-type-widened request-alternatives-* request-format-changed request-parameter-serialisation-changed | Types are compared by the values they have, and parameters by their text, so \`integer\` to \`string\` in a query breaks nobody. A change of \`format\` alone is for clients, as validation does not use it.
response-{body,property}-type-{changed,generalized,specialized,compatible} | response-type-narrowed response-type-widened response-alternatives-* response-format-changed | A change of \`format\` alone is for clients, as validation does not use it. Keywords that do not apply to the type change nothing.
{request-body,request-property,request-parameter,request-parameter-property,response-body,response-property}-list-of-types-{narrowed,widened} | request-type-* request-null-* request-alternatives-* response-type-* response-null-* response-alternatives-*
request-{body,property,parameter,parameter-property}-became-{nullable,not-nullable} | request-null-widened request-null-narrowed
response-{body,property}-became-{nullable,not-nullable} | response-null-widened response-null-narrowed

# Enums and constants
request-{body,property,parameter,header-property}-became-enum | request-enum-narrowed request-type-narrowed
request-{body,property,parameter,parameter-property}-enum-value-removed | request-enum-narrowed request-alternatives-narrowed | A value that the type had ruled out anyway is no loss.
request-{property,parameter,parameter-property}-enum-value-added | request-enum-widened
request-{property,parameter}-x-extensible-enum-value-removed | request-extensible-enum-value-removed
response-property-enum-value-added | response-enum-widened response-extensible-enum-widened response-extensible-enum-value-added | oasdiff warns. A value that consumers have never seen breaks those who list the values, unless the contract says that the enum may grow.
response-{property,mediatype}-enum-value-removed | response-enum-narrowed response-extensible-enum-*
request-{body,property}-const-{added,changed,removed} | request-enum-narrowed request-enum-widened request-type-*
response-{body,property}-const-{added,changed,removed} | response-enum-narrowed response-enum-widened response-type-*

# Limits
request-{body,property,parameter}-{,exclusive-}{max,min}-{set,increased,decreased} | request-range-narrowed request-range-widened | A limit that is new breaks as one that became tighter does; oasdiff only warns. A limit of numbers says nothing to other types.
response-{body,property}-{,exclusive-}{max-increased,min-decreased} | response-range-widened | A limit of numbers says nothing to other types.
request-{body,property,parameter}-{max,min}-length-{set,increased,decreased} | request-length-narrowed request-length-widened | A limit that is new breaks as one that became tighter does; oasdiff only warns. A limit of texts says nothing to other types.
response-{body,property}-{max-length-{increased,unset},min-length-decreased} | response-length-widened | A limit of texts says nothing to other types.
request-{body,property,parameter}-{max,min}-items-{set,increased,decreased} | request-item-count-narrowed request-item-count-widened | A limit that is new breaks as one that became tighter does; oasdiff only warns. A limit of arrays says nothing to other types.
response-{body,property}-min-items-{decreased,unset} | response-item-count-widened | A limit of arrays says nothing to other types.
request-{property,parameter}-pattern-{added,changed,generalized,removed} | request-pattern-narrowed request-pattern-widened | oasdiff only warns of a changed pattern, as it does not compare them. Here the languages are compared, and a text shows the break.
response-property-pattern-{added,changed,removed} | response-pattern-narrowed response-pattern-widened | oasdiff only informs. A text that the pattern ruled out is one that consumers have never seen.

# Arrays and objects
request-{body,property}-{contains-{added,removed},{max,min}-contains-{increased,decreased}} | request-contains-narrowed request-contains-widened request-type-* request-item-count-* | Judged together with \`items\`: where no item can match, nothing is lost or won.
response-{body,property}-{contains-{added,removed},{max,min}-contains-{increased,decreased}} | response-contains-narrowed response-contains-widened response-type-* response-item-count-* | Judged together with \`items\`: where no item can match, nothing is lost or won.
request-{body,property}-prefix-items-{added,removed} | request-items-narrowed request-items-widened request-type-* | What replaces the item decides: one without a schema of its own follows \`items\`, or is free.
response-{body,property}-prefix-items-{added,removed} | response-items-narrowed response-items-widened response-type-* | What replaces the item decides: one without a schema of its own follows \`items\`, or is free.
{request,response}-{body,property}-pattern-property-{added,removed} | request-map-values-* response-map-values-*
{request,response}-{body,property}-property-names-{added,removed} | request-property-names-* response-property-names-*
{request,response}-{body,property}-unevaluated-{items,properties}-{added,removed} | request-closed-* request-map-values-* request-items-* request-item-count-* response-closed-* response-map-values-* response-items-* response-item-count-* | A property or an item that only the closing side declares is not held against the open one.
{request,response}-{body,property}-dependent-required-{added,changed,removed} | request-dependencies-* response-dependencies-*
{request,response}-{body,property}-dependent-schema-{added,removed} | request-dependencies-* request-map-values-* response-dependencies-* response-map-values-* | Judged by what the schema asks for: one that only declares a new optional property asks for nothing.
{request,response}-{body,property}-{if,then,else}-{added,removed} | request-condition-* response-condition-* | \`if\`, \`then\` and \`else\` are one condition, and one finding.

# Combinations
request-{body,property}-all-of-{added,removed}{,-annotation-only} | request-*-narrowed request-*-widened request-required-property-added request-property-became-* request-property-added request-optional-property-removed | The parts are merged, and what they ask for together is judged. A part that asks for nothing new is no change.
response-{body,property}-all-of-{added,removed}{,-annotation-only} | response-*-narrowed response-*-widened response-required-property-added response-property-* response-optional-property-removed | The parts are merged, and what they ask for together is judged. A part that asks for nothing new is no change.
request-{body,property}-{any,one}-of-{added,removed} | request-alternatives-* request-null-* request-type-* request-enum-* | An alternative is missed only for values that no other alternative takes.
response-{body,property}-{any,one}-of-{added,removed} | response-alternatives-* response-null-* response-type-* response-enum-* response-property-* | An alternative is new only for values that no other alternative had.
{request,response}-body-wrapped-in-one-of | request-alternatives-* response-alternatives-* response-property-* | What counts are the alternatives, not the wrapping.
request-{body,property}-discriminator-{added,removed,property-name-changed,mapping-{added,changed,deleted}} | request-discriminator-changed | oasdiff only informs. A tag that is no longer understood, or that means another schema, breaks who sends it.
response-{body,property}-discriminator-{added,removed,property-name-changed,mapping-{added,changed,deleted}} | response-discriminator-changed | oasdiff only informs. A tag that consumers do not know, or that means another schema, breaks who reads it.

# Notes on values
request-{body,property}-default-value-{added,changed,removed} | request-default-changed | A default changes no value that is sent: for readers.
response-{body,property}-default-value-{added,changed,removed} | response-default-changed | A default changes no value that is sent: for readers.
request-{body,property}-content-{encoding,media-type}-changed | request-content-encoding-changed
response-{body,property}-content-{encoding,media-type}-changed | response-content-encoding-changed
{request,response}-{body,property}-content-schema-{added,removed} | - | What an encoded string holds inside is not compared; a change of its encoding or its media type is.
`;

/** Everything that oasdiff can say, with what says it here. */
export const OASDIFF_FIELD: readonly FieldEntry[] = parseFieldTable(TABLE);
