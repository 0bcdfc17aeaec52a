// Generated from the files beside it by `pnpm generate`. Do not edit.
import type { DiffRule, LintRule, PactRule } from "@concordat/engine/kit";
import diffCallbackAdded from "./diff/callback-added.ts";
import diffCallbackRemoved from "./diff/callback-removed.ts";
import diffOperationAdded from "./diff/operation-added.ts";
import diffOperationDeprecated from "./diff/operation-deprecated.ts";
import diffOperationIdAdded from "./diff/operation-id-added.ts";
import diffOperationIdChanged from "./diff/operation-id-changed.ts";
import diffOperationMoved from "./diff/operation-moved.ts";
import diffOperationReactivated from "./diff/operation-reactivated.ts";
import diffOperationRemoved from "./diff/operation-removed.ts";
import diffOperationStabilityLowered from "./diff/operation-stability-lowered.ts";
import diffOperationStabilityRaised from "./diff/operation-stability-raised.ts";
import diffOperationSunsetChanged from "./diff/operation-sunset-changed.ts";
import diffOperationTagAdded from "./diff/operation-tag-added.ts";
import diffOperationTagRemoved from "./diff/operation-tag-removed.ts";
import diffPartUnreadable from "./diff/part-unreadable.ts";
import diffPropertyDirectionChanged from "./diff/property-direction-changed.ts";
import diffRequestBodyBecameOptional from "./diff/request-body-became-optional.ts";
import diffRequestBodyBecameRequired from "./diff/request-body-became-required.ts";
import diffRequestBodyOptionalAdded from "./diff/request-body-optional-added.ts";
import diffRequestBodyRemoved from "./diff/request-body-removed.ts";
import diffRequestBodyRequiredAdded from "./diff/request-body-required-added.ts";
import diffRequestContentEncodingChanged from "./diff/request-content-encoding-changed.ts";
import diffRequestDefaultChanged from "./diff/request-default-changed.ts";
import diffRequestDiscriminatorChanged from "./diff/request-discriminator-changed.ts";
import diffRequestEncodingChanged from "./diff/request-encoding-changed.ts";
import diffRequestExtensibleEnumValueRemoved from "./diff/request-extensible-enum-value-removed.ts";
import diffRequestFormatChanged from "./diff/request-format-changed.ts";
import diffRequestMediaTypeAdded from "./diff/request-media-type-added.ts";
import diffRequestMediaTypeRemoved from "./diff/request-media-type-removed.ts";
import diffRequestOptionalPropertyRemoved from "./diff/request-optional-property-removed.ts";
import diffRequestParameterBecameOptional from "./diff/request-parameter-became-optional.ts";
import diffRequestParameterBecameRequired from "./diff/request-parameter-became-required.ts";
import diffRequestParameterDeprecated from "./diff/request-parameter-deprecated.ts";
import diffRequestParameterOptionalAdded from "./diff/request-parameter-optional-added.ts";
import diffRequestParameterReactivated from "./diff/request-parameter-reactivated.ts";
import diffRequestParameterRemoved from "./diff/request-parameter-removed.ts";
import diffRequestParameterRequiredAdded from "./diff/request-parameter-required-added.ts";
import diffRequestParameterSerialisationChanged from "./diff/request-parameter-serialisation-changed.ts";
import diffRequestPathParameterRenamed from "./diff/request-path-parameter-renamed.ts";
import diffRequestPropertyAdded from "./diff/request-property-added.ts";
import diffRequestXmlChanged from "./diff/request-xml-changed.ts";
import diffResponseContentEncodingChanged from "./diff/response-content-encoding-changed.ts";
import diffResponseDefaultChanged from "./diff/response-default-changed.ts";
import diffResponseDiscriminatorChanged from "./diff/response-discriminator-changed.ts";
import diffResponseEncodingChanged from "./diff/response-encoding-changed.ts";
import diffResponseErrorMediaTypeRemoved from "./diff/response-error-media-type-removed.ts";
import diffResponseErrorStatusRemoved from "./diff/response-error-status-removed.ts";
import diffResponseExtensibleEnumValueAdded from "./diff/response-extensible-enum-value-added.ts";
import diffResponseFormatChanged from "./diff/response-format-changed.ts";
import diffResponseHeaderAdded from "./diff/response-header-added.ts";
import diffResponseHeaderBecameOptional from "./diff/response-header-became-optional.ts";
import diffResponseHeaderBecameRequired from "./diff/response-header-became-required.ts";
import diffResponseHeaderRemoved from "./diff/response-header-removed.ts";
import diffResponseHeaderSerialisationChanged from "./diff/response-header-serialisation-changed.ts";
import diffResponseLinkAdded from "./diff/response-link-added.ts";
import diffResponseLinkChanged from "./diff/response-link-changed.ts";
import diffResponseLinkRemoved from "./diff/response-link-removed.ts";
import diffResponseMediaTypeAdded from "./diff/response-media-type-added.ts";
import diffResponseMediaTypeRemoved from "./diff/response-media-type-removed.ts";
import diffResponseOptionalHeaderRemoved from "./diff/response-optional-header-removed.ts";
import diffResponseOptionalPropertyRemoved from "./diff/response-optional-property-removed.ts";
import diffResponsePropertyAdded from "./diff/response-property-added.ts";
import diffResponseStatusAdded from "./diff/response-status-added.ts";
import diffResponseSuccessStatusRemoved from "./diff/response-success-status-removed.ts";
import diffResponseXmlChanged from "./diff/response-xml-changed.ts";
import diffSchemaAdded from "./diff/schema-added.ts";
import diffSchemaDeprecated from "./diff/schema-deprecated.ts";
import diffSchemaReactivated from "./diff/schema-reactivated.ts";
import diffSchemaRemoved from "./diff/schema-removed.ts";
import diffSchemaRenamed from "./diff/schema-renamed.ts";
import diffSchemaWithoutValues from "./diff/schema-without-values.ts";
import diffSecurityAlternativeAdded from "./diff/security-alternative-added.ts";
import diffSecurityAlternativeRemoved from "./diff/security-alternative-removed.ts";
import diffSecuritySchemeAdded from "./diff/security-scheme-added.ts";
import diffSecuritySchemeDeprecated from "./diff/security-scheme-deprecated.ts";
import diffSecuritySchemeReactivated from "./diff/security-scheme-reactivated.ts";
import diffSecuritySchemeRemoved from "./diff/security-scheme-removed.ts";
import diffServerAdded from "./diff/server-added.ts";
import diffServerRemoved from "./diff/server-removed.ts";
import diffTagAdded from "./diff/tag-added.ts";
import diffTagRemoved from "./diff/tag-removed.ts";
import diffWebhookAdded from "./diff/webhook-added.ts";
import diffWebhookMediaTypeAdded from "./diff/webhook-media-type-added.ts";
import diffWebhookRemoved from "./diff/webhook-removed.ts";
import { facetRules } from "./facets/facet-rules.ts";
import lintAuth401403 from "./lint/auth-401-403.ts";
import lintAuthEveryOperation from "./lint/auth-every-operation.ts";
import lintAuthHttpsOnly from "./lint/auth-https-only.ts";
import lintAuthLeastPrivilege from "./lint/auth-least-privilege.ts";
import lintAuthNoIgnoredHeader from "./lint/auth-no-ignored-header.ts";
import lintAuthNoSecretInUrl from "./lint/auth-no-secret-in-url.ts";
import lintAuthNoWeakScheme from "./lint/auth-no-weak-scheme.ts";
import lintAuthSchemeAndScopeDefined from "./lint/auth-scheme-and-scope-defined.ts";
import lintBulk207 from "./lint/bulk-207.ts";
import lintConc304 from "./lint/conc-304.ts";
import lintConc412 from "./lint/conc-412.ts";
import lintConc428 from "./lint/conc-428.ts";
import lintConcEtagOnGet from "./lint/conc-etag-on-get.ts";
import lintConcIfMatch from "./lint/conc-if-match.ts";
import lintDepDatesOrdered from "./lint/dep-dates-ordered.ts";
import lintDepHeader from "./lint/dep-header.ts";
import lintDepReplacement from "./lint/dep-replacement.ts";
import lintDepSunset from "./lint/dep-sunset.ts";
import lintDepSunsetPassed from "./lint/dep-sunset-passed.ts";
import lintDescriptionValid from "./lint/description-valid.ts";
import lintDocOperation from "./lint/doc-operation.ts";
import lintDocUnusedComponent from "./lint/doc-unused-component.ts";
import lintErr404OnItem from "./lint/err-404-on-item.ts";
import lintErrClientAndServerDeclared from "./lint/err-client-and-server-declared.ts";
import lintErrNoContent204 from "./lint/err-no-content-204.ts";
import lintErrNoInternals from "./lint/err-no-internals.ts";
import lintErrProblemJson from "./lint/err-problem-json.ts";
import lintErrProblemSchema from "./lint/err-problem-schema.ts";
import lintErrSharedShape from "./lint/err-shared-shape.ts";
import lintErrStatusCodeValid from "./lint/err-status-code-valid.ts";
import lintIdemDeleteResponses from "./lint/idem-delete-responses.ts";
import lintIdemGetIsSafe from "./lint/idem-get-is-safe.ts";
import lintIdemKey400 from "./lint/idem-key-400.ts";
import lintIdemKey409 from "./lint/idem-key-409.ts";
import lintIdemKey422 from "./lint/idem-key-422.ts";
import lintIdemKeyConsistent from "./lint/idem-key-consistent.ts";
import lintIdemKeyExpiryDocumented from "./lint/idem-key-expiry-documented.ts";
import lintIdemKeyInHeader from "./lint/idem-key-in-header.ts";
import lintIdemKeyRedundant from "./lint/idem-key-redundant.ts";
import lintIdemKeySchema from "./lint/idem-key-schema.ts";
import lintIdemKeyStandardName from "./lint/idem-key-standard-name.ts";
import lintIdemPatchMechanism from "./lint/idem-patch-mechanism.ts";
import lintIdemPostMechanism from "./lint/idem-post-mechanism.ts";
import lintIdemPutDeleteNoAction from "./lint/idem-put-delete-no-action.ts";
import lintLimit429 from "./lint/limit-429.ts";
import lintLimit429Problem from "./lint/limit-429-problem.ts";
import lintLimitHeaders from "./lint/limit-headers.ts";
import lintLimitPolicyDeclared from "./lint/limit-policy-declared.ts";
import lintLimitRequestBounds from "./lint/limit-request-bounds.ts";
import lintLroMonitorReadable from "./lint/lro-monitor-readable.ts";
import lintLroNotOnGet from "./lint/lro-not-on-get.ts";
import lintLroOnly202 from "./lint/lro-only-202.ts";
import lintLroStatusMonitor from "./lint/lro-status-monitor.ts";
import lintNameNoXHeader from "./lint/name-no-x-header.ts";
import lintNameOperationId from "./lint/name-operation-id.ts";
import lintNameParameterCase from "./lint/name-parameter-case.ts";
import lintNamePropertyCase from "./lint/name-property-case.ts";
import lintPageCursorPreferred from "./lint/page-cursor-preferred.ts";
import lintPageListPaginated from "./lint/page-list-paginated.ts";
import lintPageNextInResponse from "./lint/page-next-in-response.ts";
import lintPageSizeBounded from "./lint/page-size-bounded.ts";
import lintPageStyleConsistent from "./lint/page-style-consistent.ts";
import lintReliabilityConsistent from "./lint/reliability-consistent.ts";
import lintReliabilityForm from "./lint/reliability-form.ts";
import lintResourceCollectionHasList from "./lint/resource-collection-has-list.ts";
import lintResourceCollectionPlural from "./lint/resource-collection-plural.ts";
import lintResourceCreateOnCollection from "./lint/resource-create-on-collection.ts";
import lintResourceCreatedLocation from "./lint/resource-created-location.ts";
import lintResourceDeleteNoBody from "./lint/resource-delete-no-body.ts";
import lintResourceDeleteOnItem from "./lint/resource-delete-on-item.ts";
import lintResourceGetNoBody from "./lint/resource-get-no-body.ts";
import lintResourceIdReadOnly from "./lint/resource-id-read-only.ts";
import lintResourceIdString from "./lint/resource-id-string.ts";
import lintResourceItemHasGet from "./lint/resource-item-has-get.ts";
import lintResourceMergePatchOptional from "./lint/resource-merge-patch-optional.ts";
import lintResourceNestingDepth from "./lint/resource-nesting-depth.ts";
import lintResourceNoAmbiguousPath from "./lint/resource-no-ambiguous-path.ts";
import lintResourceNoConsecutiveParams from "./lint/resource-no-consecutive-params.ts";
import lintResourceNoVerb from "./lint/resource-no-verb.ts";
import lintResourceNormalizedPath from "./lint/resource-normalized-path.ts";
import lintResourcePatchMediaType from "./lint/resource-patch-media-type.ts";
import lintResourcePathKebabCase from "./lint/resource-path-kebab-case.ts";
import lintResourcePathParamConsistent from "./lint/resource-path-param-consistent.ts";
import lintResourcePathParamDefined from "./lint/resource-path-param-defined.ts";
import lintResourcePutFullRepresentation from "./lint/resource-put-full-representation.ts";
import lintResourcePutPatchOnItem from "./lint/resource-put-patch-on-item.ts";
import lintResourceSameRepresentation from "./lint/resource-same-representation.ts";
import lintResourceTopLevelObject from "./lint/resource-top-level-object.ts";
import lintRetryAfter from "./lint/retry-after.ts";
import lintRetryHintConsistent from "./lint/retry-hint-consistent.ts";
import lintSchemaEnumOpen from "./lint/schema-enum-open.ts";
import lintSchemaExampleValid from "./lint/schema-example-valid.ts";
import lintSchemaFormat from "./lint/schema-format.ts";
import lintSchemaKeywordOfVersion from "./lint/schema-keyword-of-version.ts";
import lintSchemaWellFormed from "./lint/schema-well-formed.ts";
import lintStateCacheExplicit from "./lint/state-cache-explicit.ts";
import lintStateNoImplicitContext from "./lint/state-no-implicit-context.ts";
import lintStateNoSession from "./lint/state-no-session.ts";
import lintVersionConsistent from "./lint/version-consistent.ts";
import lintVersionInfo from "./lint/version-info.ts";
import lintVersionParameterNotEnum from "./lint/version-parameter-not-enum.ts";
import lintVersionPathMajorOnly from "./lint/version-path-major-only.ts";
import lintVersionStrategy from "./lint/version-strategy.ts";
import pactAcceptUnmet from "./pact/accept-unmet.ts";
import pactBasePathMissing from "./pact/base-path-missing.ts";
import pactCredentialsMissing from "./pact/credentials-missing.ts";
import pactDeprecatedUsed from "./pact/deprecated-used.ts";
import pactInteractionUnverified from "./pact/interaction-unverified.ts";
import pactMediaTypeUndeclared from "./pact/media-type-undeclared.ts";
import pactMethodUnknown from "./pact/method-unknown.ts";
import pactParameterMissing from "./pact/parameter-missing.ts";
import pactParameterRefused from "./pact/parameter-refused.ts";
import pactParameterUndeclared from "./pact/parameter-undeclared.ts";
import pactPartUnchecked from "./pact/part-unchecked.ts";
import pactPathUnknown from "./pact/path-unknown.ts";
import pactProviderMismatch from "./pact/provider-mismatch.ts";
import pactReadOnlySent from "./pact/read-only-sent.ts";
import pactRequestBodyRefused from "./pact/request-body-refused.ts";
import pactRequestValueUnaccepted from "./pact/request-value-unaccepted.ts";
import pactResponseBodyRefused from "./pact/response-body-refused.ts";
import pactResponseHeaderOptional from "./pact/response-header-optional.ts";
import pactResponseHeaderRefused from "./pact/response-header-refused.ts";
import pactResponseHeaderUndeclared from "./pact/response-header-undeclared.ts";
import pactResponseNullUnhandled from "./pact/response-null-unhandled.ts";
import pactResponsePropertyOptional from "./pact/response-property-optional.ts";
import pactResponsePropertyUndeclared from "./pact/response-property-undeclared.ts";
import pactResponseValueUnhandled from "./pact/response-value-unhandled.ts";
import pactStatusUndeclared from "./pact/status-undeclared.ts";
import pactVerificationFailed from "./pact/verification-failed.ts";
import pactWriteOnlyExpected from "./pact/write-only-expected.ts";

/** All rules of the diff family, by id. */
export const diffRules: readonly DiffRule[] = [
  ...facetRules,
  diffCallbackAdded,
  diffCallbackRemoved,
  diffOperationAdded,
  diffOperationDeprecated,
  diffOperationIdAdded,
  diffOperationIdChanged,
  diffOperationMoved,
  diffOperationReactivated,
  diffOperationRemoved,
  diffOperationStabilityLowered,
  diffOperationStabilityRaised,
  diffOperationSunsetChanged,
  diffOperationTagAdded,
  diffOperationTagRemoved,
  diffPartUnreadable,
  diffPropertyDirectionChanged,
  diffRequestBodyBecameOptional,
  diffRequestBodyBecameRequired,
  diffRequestBodyOptionalAdded,
  diffRequestBodyRemoved,
  diffRequestBodyRequiredAdded,
  diffRequestContentEncodingChanged,
  diffRequestDefaultChanged,
  diffRequestDiscriminatorChanged,
  diffRequestEncodingChanged,
  diffRequestExtensibleEnumValueRemoved,
  diffRequestFormatChanged,
  diffRequestMediaTypeAdded,
  diffRequestMediaTypeRemoved,
  diffRequestOptionalPropertyRemoved,
  diffRequestParameterBecameOptional,
  diffRequestParameterBecameRequired,
  diffRequestParameterDeprecated,
  diffRequestParameterOptionalAdded,
  diffRequestParameterReactivated,
  diffRequestParameterRemoved,
  diffRequestParameterRequiredAdded,
  diffRequestParameterSerialisationChanged,
  diffRequestPathParameterRenamed,
  diffRequestPropertyAdded,
  diffRequestXmlChanged,
  diffResponseContentEncodingChanged,
  diffResponseDefaultChanged,
  diffResponseDiscriminatorChanged,
  diffResponseEncodingChanged,
  diffResponseErrorMediaTypeRemoved,
  diffResponseErrorStatusRemoved,
  diffResponseExtensibleEnumValueAdded,
  diffResponseFormatChanged,
  diffResponseHeaderAdded,
  diffResponseHeaderBecameOptional,
  diffResponseHeaderBecameRequired,
  diffResponseHeaderRemoved,
  diffResponseHeaderSerialisationChanged,
  diffResponseLinkAdded,
  diffResponseLinkChanged,
  diffResponseLinkRemoved,
  diffResponseMediaTypeAdded,
  diffResponseMediaTypeRemoved,
  diffResponseOptionalHeaderRemoved,
  diffResponseOptionalPropertyRemoved,
  diffResponsePropertyAdded,
  diffResponseStatusAdded,
  diffResponseSuccessStatusRemoved,
  diffResponseXmlChanged,
  diffSchemaAdded,
  diffSchemaDeprecated,
  diffSchemaReactivated,
  diffSchemaRemoved,
  diffSchemaRenamed,
  diffSchemaWithoutValues,
  diffSecurityAlternativeAdded,
  diffSecurityAlternativeRemoved,
  diffSecuritySchemeAdded,
  diffSecuritySchemeDeprecated,
  diffSecuritySchemeReactivated,
  diffSecuritySchemeRemoved,
  diffServerAdded,
  diffServerRemoved,
  diffTagAdded,
  diffTagRemoved,
  diffWebhookAdded,
  diffWebhookMediaTypeAdded,
  diffWebhookRemoved,
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** All rules of the lint family, by id. */
export const lintRules: readonly LintRule[] = [
  lintAuth401403,
  lintAuthEveryOperation,
  lintAuthHttpsOnly,
  lintAuthLeastPrivilege,
  lintAuthNoIgnoredHeader,
  lintAuthNoSecretInUrl,
  lintAuthNoWeakScheme,
  lintAuthSchemeAndScopeDefined,
  lintBulk207,
  lintConc304,
  lintConc412,
  lintConc428,
  lintConcEtagOnGet,
  lintConcIfMatch,
  lintDepDatesOrdered,
  lintDepHeader,
  lintDepReplacement,
  lintDepSunset,
  lintDepSunsetPassed,
  lintDescriptionValid,
  lintDocOperation,
  lintDocUnusedComponent,
  lintErr404OnItem,
  lintErrClientAndServerDeclared,
  lintErrNoContent204,
  lintErrNoInternals,
  lintErrProblemJson,
  lintErrProblemSchema,
  lintErrSharedShape,
  lintErrStatusCodeValid,
  lintIdemDeleteResponses,
  lintIdemGetIsSafe,
  lintIdemKey400,
  lintIdemKey409,
  lintIdemKey422,
  lintIdemKeyConsistent,
  lintIdemKeyExpiryDocumented,
  lintIdemKeyInHeader,
  lintIdemKeyRedundant,
  lintIdemKeySchema,
  lintIdemKeyStandardName,
  lintIdemPatchMechanism,
  lintIdemPostMechanism,
  lintIdemPutDeleteNoAction,
  lintLimit429,
  lintLimit429Problem,
  lintLimitHeaders,
  lintLimitPolicyDeclared,
  lintLimitRequestBounds,
  lintLroMonitorReadable,
  lintLroNotOnGet,
  lintLroOnly202,
  lintLroStatusMonitor,
  lintNameNoXHeader,
  lintNameOperationId,
  lintNameParameterCase,
  lintNamePropertyCase,
  lintPageCursorPreferred,
  lintPageListPaginated,
  lintPageNextInResponse,
  lintPageSizeBounded,
  lintPageStyleConsistent,
  lintReliabilityConsistent,
  lintReliabilityForm,
  lintResourceCollectionHasList,
  lintResourceCollectionPlural,
  lintResourceCreateOnCollection,
  lintResourceCreatedLocation,
  lintResourceDeleteNoBody,
  lintResourceDeleteOnItem,
  lintResourceGetNoBody,
  lintResourceIdReadOnly,
  lintResourceIdString,
  lintResourceItemHasGet,
  lintResourceMergePatchOptional,
  lintResourceNestingDepth,
  lintResourceNoAmbiguousPath,
  lintResourceNoConsecutiveParams,
  lintResourceNoVerb,
  lintResourceNormalizedPath,
  lintResourcePatchMediaType,
  lintResourcePathKebabCase,
  lintResourcePathParamConsistent,
  lintResourcePathParamDefined,
  lintResourcePutFullRepresentation,
  lintResourcePutPatchOnItem,
  lintResourceSameRepresentation,
  lintResourceTopLevelObject,
  lintRetryAfter,
  lintRetryHintConsistent,
  lintSchemaEnumOpen,
  lintSchemaExampleValid,
  lintSchemaFormat,
  lintSchemaKeywordOfVersion,
  lintSchemaWellFormed,
  lintStateCacheExplicit,
  lintStateNoImplicitContext,
  lintStateNoSession,
  lintVersionConsistent,
  lintVersionInfo,
  lintVersionParameterNotEnum,
  lintVersionPathMajorOnly,
  lintVersionStrategy,
];

/** All rules of the pact family, by id. */
export const pactRules: readonly PactRule[] = [
  pactAcceptUnmet,
  pactBasePathMissing,
  pactCredentialsMissing,
  pactDeprecatedUsed,
  pactInteractionUnverified,
  pactMediaTypeUndeclared,
  pactMethodUnknown,
  pactParameterMissing,
  pactParameterRefused,
  pactParameterUndeclared,
  pactPartUnchecked,
  pactPathUnknown,
  pactProviderMismatch,
  pactReadOnlySent,
  pactRequestBodyRefused,
  pactRequestValueUnaccepted,
  pactResponseBodyRefused,
  pactResponseHeaderOptional,
  pactResponseHeaderRefused,
  pactResponseHeaderUndeclared,
  pactResponseNullUnhandled,
  pactResponsePropertyOptional,
  pactResponsePropertyUndeclared,
  pactResponseValueUnhandled,
  pactStatusUndeclared,
  pactVerificationFailed,
  pactWriteOnlyExpected,
];
