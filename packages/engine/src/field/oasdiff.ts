import { type FieldEntry, parseFieldTable } from "./table.ts";

/*
 * What each check of oasdiff corresponds to here. One line: ids there, rules here (all of the diff family), and why the
 * two may judge differently; `-` where nothing here corresponds. `{a,b}` stands for either, `*` for anything.
 *
 * oasdiff asks which keyword was edited and where (body, property, parameter). Our rules ask which values were gained or
 * lost, and name the place separately. So many ids there are one rule here, and an edit that changes no value is no change.
 */
const TABLE = `
# Operations and paths
endpoint-added | operation-added
api-{,path-}removed-{without-deprecation,before-sunset} | operation-removed operation-moved | A path that changed while \`operationId\` stayed is reported as a move, not as a removal and an addition. A removal on or after the announced sunset does not count, if the notice period was kept.
api-{,path-}removed-with-deprecation | operation-removed operation-moved | To oasdiff a deprecation without a sunset is enough notice. Here only a sunset date tells consumers how long they have.
api-path-sunset-parse | operation-removed operation-moved | An unreadable date does not count as a date, so the removal counts. While the operation stays, lint reports the date.
webhook-added | webhook-added
webhook-removed | webhook-removed
endpoint-deprecated{,-with-sunset} | operation-deprecated
endpoint-reactivated | operation-reactivated
api-deprecated-sunset-{missing,parse} | operation-deprecated | Announcing an end breaks no request, with or without a valid date. The notice is judged when the operation is removed.
api-sunset-date-too-small | operation-deprecated | A short notice breaks nothing yet. \`noticeDays\` decides when the operation is removed.
sunset-deleted | operation-sunset-changed | Removing a date breaks no request, so the finding is for readers (audience \`docs\`).
api-sunset-date-changed-too-small | operation-sunset-changed | An earlier date breaks no request yet, so the finding is for readers (audience \`docs\`).
api-stability-{decreased,increased} | operation-stability-lowered operation-stability-raised | The level is a promise about the future and not part of a message, so the finding is for readers.
{request,response}-property-stability-{decreased,increased} | - | Concordat reads stability for operations, not for properties.
api-invalid-stability-level | - | An unknown level is a mistake in one revision, which lint reports. It counts as stable.
api-operation-id-{added,removed} | operation-id-added operation-id-changed | Names in generated code change, and messages do not (audience \`client\`).
api-tag-{added,removed} | operation-tag-added operation-tag-removed
api-schema-removed | schema-removed schema-renamed
api-{major-version-not-bumped,version-not-bumped,version-decreased} | - | The verdict says this, by comparing the declared bump with the required one. There is no separate finding.

# Security
api-{,global-}security-{added,removed} | security-alternative-added security-alternative-removed | oasdiff reports which entry was edited. Concordat reads the list as OpenAPI does, as alternatives of which one must be met: a first entry closes an open operation, and each further entry opens another way in.
api-{,global-}security-scope-added | security-alternative-removed | oasdiff reports it as information. A token without the new scope is now refused, so this is a break.
api-{,global-}security-scope-removed | security-alternative-added
api-security-component-{added,removed} | security-scheme-added security-scheme-removed | A scheme matters only where an operation asks for it, and is reported there.
api-security-component-type-changed | security-alternative-removed security-alternative-added | Reported at the operations that ask for the scheme.
api-security-component-oauth-scope-{added,changed,removed} | - | The scopes that a scheme lists are documentation; the scopes that operations ask for are judged.
api-security-component-oauth-{url,token-url}-changed | - | Where tokens come from is part of a deployment's configuration, like the address of an identity provider.

# Parameters
new-{optional,required}-request-parameter | request-parameter-optional-added request-parameter-required-added
new-{optional,required}-request-default-parameter-to-existing-path | request-parameter-optional-added request-parameter-required-added | Parameters of a path item count as parameters of each of its operations.
new-request-path-parameter | request-parameter-required-added operation-removed operation-moved | A path with another number of parameters is another path.
request-parameter-{removed,removed-with-deprecation,removed-before-sunset} | request-parameter-removed | Servers ignore unknown parameters, so no request fails. The audience is \`client\`, because callers lose what the parameter did.
request-parameter-became-{required,optional} | request-parameter-became-required request-parameter-became-optional
request-parameter-deprecated | request-parameter-deprecated
request-parameter-reactivated | request-parameter-reactivated
request-parameter-{deprecated-sunset-missing,sunset-date-too-small,sunset-date-changed-too-small,sunset-deleted,sunset-parse} | request-parameter-deprecated request-parameter-removed | Dates of parameters are not read: removing a parameter breaks no request.
request-parameter-default-value-{added,changed,removed} | request-default-changed | The same requests are accepted as before. What a request without the parameter means is news for readers.

# Bodies, media types, statuses and headers
request-body-added-{required,optional} | request-body-required-added request-body-optional-added
request-body-removed | request-body-removed
request-body-became-{required,optional} | request-body-became-required request-body-became-optional
request-body-media-type-{added,removed} | request-media-type-added request-media-type-removed webhook-media-type-added | Ranges such as \`application/*\` cover what they name.
response-media-type-{added,removed} | response-media-type-added response-media-type-removed response-error-media-type-removed webhook-media-type-added | Ranges such as \`application/*\` cover what they name.
response-media-type-name-{generalized,changed,specialized} | response-media-type-added response-media-type-removed | Another subtype with the same suffix is another media type: a client that asks for one by name does not find the other. Ranges and parameters are understood.
{request,response}-body-media-type-schema-{added,removed} | request-*-narrowed request-*-widened response-*-narrowed response-*-widened | A media type without a schema allows any value. So removing the schema of a response breaks consumers, and so does adding one to a request.
response-{success,non-success}-status-added | response-status-added
response-success-status-removed | response-success-status-removed | \`2XX\` and \`default\` cover a status that they name.
response-non-success-status-removed | response-error-status-removed
required-response-header-removed | response-header-removed
optional-response-header-removed | response-optional-header-removed
response-header-became-{optional,required} | response-header-became-optional response-header-became-required
response-header-{became-nullable,became-not-nullable} | response-null-widened response-null-narrowed | \`null\` has no text, so a header cannot carry it.
response-header-type-{changed,compatible,generalized,specialized} | response-type-widened response-type-narrowed response-format-changed | Headers are compared as the text on the wire.

# Properties
new-required-request-{property,property-with-default,header-property} | request-required-property-added | A default says what a missing value means. It does not make the schema accept a missing value, so it does not help.
new-optional-request-property | request-property-added
request-property-removed | request-optional-property-removed request-required-property-removed request-closed-narrowed | An open object accepts any property, so no request fails (audience \`client\`). A closed one refuses it.
request-property-became-{required,required-with-default} | request-property-became-required | A default does not make a schema accept a missing value, so it does not help.
request-header-property-became-required | request-property-became-required
request-property-became-optional | request-property-became-optional
response-required-property-removed | response-property-removed response-property-became-optional
response-optional-property-removed | response-optional-property-removed | Consumers could never rely on it. The audience is \`client\`, because generated types lose it.
response-property-became-{optional,required} | response-property-became-optional response-property-became-required
response-{optional,required}-property-added | response-property-added response-required-property-added response-property-became-required response-closed-widened
{request,response}-{optional,required}-property-became-{,not-}{read,write}-only | property-direction-changed request-* response-* | In a direction that no longer sends the property it counts as removed, and in one that now sends it as added.
{request-property,response-property}-deprecated{,-with-sunset} | schema-deprecated
{request-property,response-property}-reactivated | schema-reactivated
{request,response}-property-deprecated-sunset-{missing,invalid} | schema-deprecated | Dates of properties are not read. A removal is judged when it happens.
{request,response}-property-sunset-date-too-small | schema-deprecated | Dates of properties are not read. A removal is judged when it happens.
response-{optional,required}-write-only-property-{added,removed} | - | A response has no \`writeOnly\` properties.
response-write-only-property-{became-optional,became-required,enum-value-added} | - | A response has no \`writeOnly\` properties.
request-read-only-property-{enum-value-removed,max-length-decreased,{,exclusive-}max-decreased,{,exclusive-}min-increased} | - | A request has no \`readOnly\` properties.

# Types, formats and null
request-{body,property,parameter,parameter-property}-type-{changed,generalized,specialized,compatible} | request-type-narrowed request-type-widened request-alternatives-* request-format-changed request-parameter-serialisation-changed | Types are compared by their values, and parameters by their text, so \`integer\` to \`string\` in a query breaks nobody. A change of \`format\` alone has audience \`client\`, because validation does not use it.
response-{body,property}-type-{changed,generalized,specialized,compatible} | response-type-narrowed response-type-widened response-alternatives-* response-format-changed | A change of \`format\` alone has audience \`client\`, because validation does not use it. Keywords that do not apply to the type change nothing.
{request-body,request-property,request-parameter,request-parameter-property,response-body,response-property}-list-of-types-{narrowed,widened} | request-type-* request-null-* request-alternatives-* response-type-* response-null-* response-alternatives-*
request-{body,property,parameter,parameter-property}-became-{nullable,not-nullable} | request-null-widened request-null-narrowed
response-{body,property}-became-{nullable,not-nullable} | response-null-widened response-null-narrowed

# Enums and constants
request-{body,property,parameter,header-property}-became-enum | request-enum-narrowed request-type-narrowed
request-{body,property,parameter,parameter-property}-enum-value-removed | request-enum-narrowed request-alternatives-narrowed | A value that the type excluded anyway is not lost.
request-{property,parameter,parameter-property}-enum-value-added | request-enum-widened
request-{property,parameter}-x-extensible-enum-value-removed | request-extensible-enum-value-removed
response-property-enum-value-added | response-enum-widened response-extensible-enum-widened response-extensible-enum-value-added | oasdiff warns. A new value breaks consumers that list the known ones, unless the contract says that the enum may grow.
response-{property,mediatype}-enum-value-removed | response-enum-narrowed response-extensible-enum-*
request-{body,property}-const-{added,changed,removed} | request-enum-narrowed request-enum-widened request-type-*
response-{body,property}-const-{added,changed,removed} | response-enum-narrowed response-enum-widened response-type-*

# Limits
request-{body,property,parameter}-{,exclusive-}{max,min}-{set,increased,decreased} | request-range-narrowed request-range-widened | A new limit breaks consumers like a tighter one does; oasdiff only warns. A limit on numbers does not affect other types.
response-{body,property}-{,exclusive-}{max-increased,min-decreased} | response-range-widened | A limit on numbers does not affect other types.
request-{body,property,parameter}-{max,min}-length-{set,increased,decreased} | request-length-narrowed request-length-widened | A new limit breaks consumers like a tighter one does; oasdiff only warns. A limit on texts does not affect other types.
response-{body,property}-{max-length-{increased,unset},min-length-decreased} | response-length-widened | A limit on texts does not affect other types.
request-{body,property,parameter}-{max,min}-items-{set,increased,decreased} | request-item-count-narrowed request-item-count-widened | A new limit breaks consumers like a tighter one does; oasdiff only warns. A limit on arrays does not affect other types.
response-{body,property}-min-items-{decreased,unset} | response-item-count-widened | A limit on arrays does not affect other types.
request-{property,parameter}-pattern-{added,changed,generalized,removed} | request-pattern-narrowed request-pattern-widened | oasdiff warns about a changed pattern, because it does not compare patterns. Concordat compares the sets of texts that they match, and shows a text that breaks.
response-property-pattern-{added,changed,removed} | response-pattern-narrowed response-pattern-widened | oasdiff reports it as information. Consumers have never seen a text that the pattern excluded.

# Arrays and objects
request-{body,property}-{contains-{added,removed},{max,min}-contains-{increased,decreased}} | request-contains-narrowed request-contains-widened request-type-* request-item-count-* | Judged together with \`items\`: if no item can match, no values are lost or gained.
response-{body,property}-{contains-{added,removed},{max,min}-contains-{increased,decreased}} | response-contains-narrowed response-contains-widened response-type-* response-item-count-* | Judged together with \`items\`: if no item can match, no values are lost or gained.
request-{body,property}-prefix-items-{added,removed} | request-items-narrowed request-items-widened request-type-* | What replaces the item decides: an item without its own schema follows \`items\`, or may be anything.
response-{body,property}-prefix-items-{added,removed} | response-items-narrowed response-items-widened response-type-* | What replaces the item decides: an item without its own schema follows \`items\`, or may be anything.
{request,response}-{body,property}-pattern-property-{added,removed} | request-map-values-* response-map-values-*
{request,response}-{body,property}-property-names-{added,removed} | request-property-names-* response-property-names-*
{request,response}-{body,property}-unevaluated-{items,properties}-{added,removed} | request-closed-* request-map-values-* request-items-* request-item-count-* response-closed-* response-map-values-* response-items-* response-item-count-* | A property or an item that only the closing side declares does not count against the open side.
{request,response}-{body,property}-dependent-required-{added,changed,removed} | request-dependencies-* response-dependencies-*
{request,response}-{body,property}-dependent-schema-{added,removed} | request-dependencies-* request-map-values-* response-dependencies-* response-map-values-* | What the schema requires decides: one that only declares a new optional property requires nothing.
{request,response}-{body,property}-{if,then,else}-{added,removed} | request-condition-* response-condition-* | \`if\`, \`then\` and \`else\` form one condition and give one finding.

# Combinations
request-{body,property}-all-of-{added,removed}{,-annotation-only} | request-*-narrowed request-*-widened request-required-property-added request-property-became-* request-property-added request-optional-property-removed | The parts are merged, and judged by what they require together. A part that requires nothing new changes nothing.
response-{body,property}-all-of-{added,removed}{,-annotation-only} | response-*-narrowed response-*-widened response-required-property-added response-property-* response-optional-property-removed | The parts are merged, and judged by what they require together. A part that requires nothing new changes nothing.
request-{body,property}-{any,one}-of-{added,removed} | request-alternatives-* request-null-* request-type-* request-enum-* | Removing an alternative loses only values that no other alternative accepts.
response-{body,property}-{any,one}-of-{added,removed} | response-alternatives-* response-null-* response-type-* response-enum-* response-property-* | Adding an alternative adds only values that no other alternative had.
{request,response}-body-wrapped-in-one-of | request-alternatives-* response-alternatives-* response-property-* | The alternatives count, not the wrapping.
request-{body,property}-discriminator-{added,removed,property-name-changed,mapping-{added,changed,deleted}} | request-discriminator-changed | oasdiff reports it as information. A tag that is no longer understood, or now means another schema, breaks whoever sends it.
response-{body,property}-discriminator-{added,removed,property-name-changed,mapping-{added,changed,deleted}} | response-discriminator-changed | oasdiff reports it as information. A tag that consumers do not know, or that now means another schema, breaks whoever reads it.

# Notes on values
request-{body,property}-default-value-{added,changed,removed} | request-default-changed | A default changes no message, so the finding is for readers.
response-{body,property}-default-value-{added,changed,removed} | response-default-changed | A default changes no message, so the finding is for readers.
request-{body,property}-content-{encoding,media-type}-changed | request-content-encoding-changed
response-{body,property}-content-{encoding,media-type}-changed | response-content-encoding-changed
{request,response}-{body,property}-content-schema-{added,removed} | - | The content of an encoded string is not compared. Its encoding and media type are.
`;

/** Every check of oasdiff, with the rules that correspond to it here. */
export const OASDIFF_FIELD: readonly FieldEntry[] = parseFieldTable(TABLE);
