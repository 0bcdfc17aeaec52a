// Generated from the files beside it by `pnpm generate`. Do not edit.
import type { DiffRule, LintRule } from "@concordat/engine/kit";
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
import diffRequestAlternativesNarrowed from "./diff/request-alternatives-narrowed.ts";
import diffRequestAlternativesWidened from "./diff/request-alternatives-widened.ts";
import diffRequestBodyBecameOptional from "./diff/request-body-became-optional.ts";
import diffRequestBodyBecameRequired from "./diff/request-body-became-required.ts";
import diffRequestBodyOptionalAdded from "./diff/request-body-optional-added.ts";
import diffRequestBodyRemoved from "./diff/request-body-removed.ts";
import diffRequestBodyRequiredAdded from "./diff/request-body-required-added.ts";
import diffRequestClosedNarrowed from "./diff/request-closed-narrowed.ts";
import diffRequestClosedWidened from "./diff/request-closed-widened.ts";
import diffRequestConditionNarrowed from "./diff/request-condition-narrowed.ts";
import diffRequestConditionWidened from "./diff/request-condition-widened.ts";
import diffRequestContainsNarrowed from "./diff/request-contains-narrowed.ts";
import diffRequestContainsWidened from "./diff/request-contains-widened.ts";
import diffRequestContentEncodingChanged from "./diff/request-content-encoding-changed.ts";
import diffRequestDefaultChanged from "./diff/request-default-changed.ts";
import diffRequestDependenciesNarrowed from "./diff/request-dependencies-narrowed.ts";
import diffRequestDependenciesWidened from "./diff/request-dependencies-widened.ts";
import diffRequestDiscriminatorChanged from "./diff/request-discriminator-changed.ts";
import diffRequestEncodingChanged from "./diff/request-encoding-changed.ts";
import diffRequestEnumNarrowed from "./diff/request-enum-narrowed.ts";
import diffRequestEnumWidened from "./diff/request-enum-widened.ts";
import diffRequestExclusionNarrowed from "./diff/request-exclusion-narrowed.ts";
import diffRequestExclusionWidened from "./diff/request-exclusion-widened.ts";
import diffRequestExtensibleEnumValueRemoved from "./diff/request-extensible-enum-value-removed.ts";
import diffRequestFormatChanged from "./diff/request-format-changed.ts";
import diffRequestItemCountNarrowed from "./diff/request-item-count-narrowed.ts";
import diffRequestItemCountWidened from "./diff/request-item-count-widened.ts";
import diffRequestItemsNarrowed from "./diff/request-items-narrowed.ts";
import diffRequestItemsWidened from "./diff/request-items-widened.ts";
import diffRequestLengthNarrowed from "./diff/request-length-narrowed.ts";
import diffRequestLengthWidened from "./diff/request-length-widened.ts";
import diffRequestMapValuesNarrowed from "./diff/request-map-values-narrowed.ts";
import diffRequestMapValuesWidened from "./diff/request-map-values-widened.ts";
import diffRequestMediaTypeAdded from "./diff/request-media-type-added.ts";
import diffRequestMediaTypeRemoved from "./diff/request-media-type-removed.ts";
import diffRequestMultipleOfNarrowed from "./diff/request-multiple-of-narrowed.ts";
import diffRequestMultipleOfWidened from "./diff/request-multiple-of-widened.ts";
import diffRequestNullNarrowed from "./diff/request-null-narrowed.ts";
import diffRequestNullWidened from "./diff/request-null-widened.ts";
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
import diffRequestPatternNarrowed from "./diff/request-pattern-narrowed.ts";
import diffRequestPatternWidened from "./diff/request-pattern-widened.ts";
import diffRequestPropertyAdded from "./diff/request-property-added.ts";
import diffRequestPropertyBecameOptional from "./diff/request-property-became-optional.ts";
import diffRequestPropertyBecameRequired from "./diff/request-property-became-required.ts";
import diffRequestPropertyCountNarrowed from "./diff/request-property-count-narrowed.ts";
import diffRequestPropertyCountWidened from "./diff/request-property-count-widened.ts";
import diffRequestPropertyNamesNarrowed from "./diff/request-property-names-narrowed.ts";
import diffRequestPropertyNamesWidened from "./diff/request-property-names-widened.ts";
import diffRequestRangeNarrowed from "./diff/request-range-narrowed.ts";
import diffRequestRangeWidened from "./diff/request-range-widened.ts";
import diffRequestRequiredPropertyAdded from "./diff/request-required-property-added.ts";
import diffRequestRequiredPropertyRemoved from "./diff/request-required-property-removed.ts";
import diffRequestSchemaNarrowed from "./diff/request-schema-narrowed.ts";
import diffRequestSchemaWidened from "./diff/request-schema-widened.ts";
import diffRequestTypeNarrowed from "./diff/request-type-narrowed.ts";
import diffRequestTypeWidened from "./diff/request-type-widened.ts";
import diffRequestUniqueItemsNarrowed from "./diff/request-unique-items-narrowed.ts";
import diffRequestUniqueItemsWidened from "./diff/request-unique-items-widened.ts";
import diffRequestXmlChanged from "./diff/request-xml-changed.ts";
import diffResponseAlternativesNarrowed from "./diff/response-alternatives-narrowed.ts";
import diffResponseAlternativesWidened from "./diff/response-alternatives-widened.ts";
import diffResponseClosedNarrowed from "./diff/response-closed-narrowed.ts";
import diffResponseClosedWidened from "./diff/response-closed-widened.ts";
import diffResponseConditionNarrowed from "./diff/response-condition-narrowed.ts";
import diffResponseConditionWidened from "./diff/response-condition-widened.ts";
import diffResponseContainsNarrowed from "./diff/response-contains-narrowed.ts";
import diffResponseContainsWidened from "./diff/response-contains-widened.ts";
import diffResponseContentEncodingChanged from "./diff/response-content-encoding-changed.ts";
import diffResponseDefaultChanged from "./diff/response-default-changed.ts";
import diffResponseDependenciesNarrowed from "./diff/response-dependencies-narrowed.ts";
import diffResponseDependenciesWidened from "./diff/response-dependencies-widened.ts";
import diffResponseDiscriminatorChanged from "./diff/response-discriminator-changed.ts";
import diffResponseEncodingChanged from "./diff/response-encoding-changed.ts";
import diffResponseEnumNarrowed from "./diff/response-enum-narrowed.ts";
import diffResponseEnumWidened from "./diff/response-enum-widened.ts";
import diffResponseErrorMediaTypeRemoved from "./diff/response-error-media-type-removed.ts";
import diffResponseErrorStatusRemoved from "./diff/response-error-status-removed.ts";
import diffResponseExclusionNarrowed from "./diff/response-exclusion-narrowed.ts";
import diffResponseExclusionWidened from "./diff/response-exclusion-widened.ts";
import diffResponseExtensibleEnumValueAdded from "./diff/response-extensible-enum-value-added.ts";
import diffResponseExtensibleEnumWidened from "./diff/response-extensible-enum-widened.ts";
import diffResponseFormatChanged from "./diff/response-format-changed.ts";
import diffResponseHeaderAdded from "./diff/response-header-added.ts";
import diffResponseHeaderBecameOptional from "./diff/response-header-became-optional.ts";
import diffResponseHeaderBecameRequired from "./diff/response-header-became-required.ts";
import diffResponseHeaderRemoved from "./diff/response-header-removed.ts";
import diffResponseHeaderSerialisationChanged from "./diff/response-header-serialisation-changed.ts";
import diffResponseItemCountNarrowed from "./diff/response-item-count-narrowed.ts";
import diffResponseItemCountWidened from "./diff/response-item-count-widened.ts";
import diffResponseItemsNarrowed from "./diff/response-items-narrowed.ts";
import diffResponseItemsWidened from "./diff/response-items-widened.ts";
import diffResponseLengthNarrowed from "./diff/response-length-narrowed.ts";
import diffResponseLengthWidened from "./diff/response-length-widened.ts";
import diffResponseLinkAdded from "./diff/response-link-added.ts";
import diffResponseLinkChanged from "./diff/response-link-changed.ts";
import diffResponseLinkRemoved from "./diff/response-link-removed.ts";
import diffResponseMapValuesNarrowed from "./diff/response-map-values-narrowed.ts";
import diffResponseMapValuesWidened from "./diff/response-map-values-widened.ts";
import diffResponseMediaTypeAdded from "./diff/response-media-type-added.ts";
import diffResponseMediaTypeRemoved from "./diff/response-media-type-removed.ts";
import diffResponseMultipleOfNarrowed from "./diff/response-multiple-of-narrowed.ts";
import diffResponseMultipleOfWidened from "./diff/response-multiple-of-widened.ts";
import diffResponseNullNarrowed from "./diff/response-null-narrowed.ts";
import diffResponseNullWidened from "./diff/response-null-widened.ts";
import diffResponseOptionalHeaderRemoved from "./diff/response-optional-header-removed.ts";
import diffResponseOptionalPropertyRemoved from "./diff/response-optional-property-removed.ts";
import diffResponsePatternNarrowed from "./diff/response-pattern-narrowed.ts";
import diffResponsePatternWidened from "./diff/response-pattern-widened.ts";
import diffResponsePropertyAdded from "./diff/response-property-added.ts";
import diffResponsePropertyBecameOptional from "./diff/response-property-became-optional.ts";
import diffResponsePropertyBecameRequired from "./diff/response-property-became-required.ts";
import diffResponsePropertyCountNarrowed from "./diff/response-property-count-narrowed.ts";
import diffResponsePropertyCountWidened from "./diff/response-property-count-widened.ts";
import diffResponsePropertyNamesNarrowed from "./diff/response-property-names-narrowed.ts";
import diffResponsePropertyNamesWidened from "./diff/response-property-names-widened.ts";
import diffResponsePropertyRemoved from "./diff/response-property-removed.ts";
import diffResponseRangeNarrowed from "./diff/response-range-narrowed.ts";
import diffResponseRangeWidened from "./diff/response-range-widened.ts";
import diffResponseRequiredPropertyAdded from "./diff/response-required-property-added.ts";
import diffResponseSchemaNarrowed from "./diff/response-schema-narrowed.ts";
import diffResponseSchemaWidened from "./diff/response-schema-widened.ts";
import diffResponseStatusAdded from "./diff/response-status-added.ts";
import diffResponseSuccessStatusRemoved from "./diff/response-success-status-removed.ts";
import diffResponseTypeNarrowed from "./diff/response-type-narrowed.ts";
import diffResponseTypeWidened from "./diff/response-type-widened.ts";
import diffResponseUniqueItemsNarrowed from "./diff/response-unique-items-narrowed.ts";
import diffResponseUniqueItemsWidened from "./diff/response-unique-items-widened.ts";
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

/** All rules of the diff family, by id. */
export const diffRules: readonly DiffRule[] = [
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
  diffRequestAlternativesNarrowed,
  diffRequestAlternativesWidened,
  diffRequestBodyBecameOptional,
  diffRequestBodyBecameRequired,
  diffRequestBodyOptionalAdded,
  diffRequestBodyRemoved,
  diffRequestBodyRequiredAdded,
  diffRequestClosedNarrowed,
  diffRequestClosedWidened,
  diffRequestConditionNarrowed,
  diffRequestConditionWidened,
  diffRequestContainsNarrowed,
  diffRequestContainsWidened,
  diffRequestContentEncodingChanged,
  diffRequestDefaultChanged,
  diffRequestDependenciesNarrowed,
  diffRequestDependenciesWidened,
  diffRequestDiscriminatorChanged,
  diffRequestEncodingChanged,
  diffRequestEnumNarrowed,
  diffRequestEnumWidened,
  diffRequestExclusionNarrowed,
  diffRequestExclusionWidened,
  diffRequestExtensibleEnumValueRemoved,
  diffRequestFormatChanged,
  diffRequestItemCountNarrowed,
  diffRequestItemCountWidened,
  diffRequestItemsNarrowed,
  diffRequestItemsWidened,
  diffRequestLengthNarrowed,
  diffRequestLengthWidened,
  diffRequestMapValuesNarrowed,
  diffRequestMapValuesWidened,
  diffRequestMediaTypeAdded,
  diffRequestMediaTypeRemoved,
  diffRequestMultipleOfNarrowed,
  diffRequestMultipleOfWidened,
  diffRequestNullNarrowed,
  diffRequestNullWidened,
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
  diffRequestPatternNarrowed,
  diffRequestPatternWidened,
  diffRequestPropertyAdded,
  diffRequestPropertyBecameOptional,
  diffRequestPropertyBecameRequired,
  diffRequestPropertyCountNarrowed,
  diffRequestPropertyCountWidened,
  diffRequestPropertyNamesNarrowed,
  diffRequestPropertyNamesWidened,
  diffRequestRangeNarrowed,
  diffRequestRangeWidened,
  diffRequestRequiredPropertyAdded,
  diffRequestRequiredPropertyRemoved,
  diffRequestSchemaNarrowed,
  diffRequestSchemaWidened,
  diffRequestTypeNarrowed,
  diffRequestTypeWidened,
  diffRequestUniqueItemsNarrowed,
  diffRequestUniqueItemsWidened,
  diffRequestXmlChanged,
  diffResponseAlternativesNarrowed,
  diffResponseAlternativesWidened,
  diffResponseClosedNarrowed,
  diffResponseClosedWidened,
  diffResponseConditionNarrowed,
  diffResponseConditionWidened,
  diffResponseContainsNarrowed,
  diffResponseContainsWidened,
  diffResponseContentEncodingChanged,
  diffResponseDefaultChanged,
  diffResponseDependenciesNarrowed,
  diffResponseDependenciesWidened,
  diffResponseDiscriminatorChanged,
  diffResponseEncodingChanged,
  diffResponseEnumNarrowed,
  diffResponseEnumWidened,
  diffResponseErrorMediaTypeRemoved,
  diffResponseErrorStatusRemoved,
  diffResponseExclusionNarrowed,
  diffResponseExclusionWidened,
  diffResponseExtensibleEnumValueAdded,
  diffResponseExtensibleEnumWidened,
  diffResponseFormatChanged,
  diffResponseHeaderAdded,
  diffResponseHeaderBecameOptional,
  diffResponseHeaderBecameRequired,
  diffResponseHeaderRemoved,
  diffResponseHeaderSerialisationChanged,
  diffResponseItemCountNarrowed,
  diffResponseItemCountWidened,
  diffResponseItemsNarrowed,
  diffResponseItemsWidened,
  diffResponseLengthNarrowed,
  diffResponseLengthWidened,
  diffResponseLinkAdded,
  diffResponseLinkChanged,
  diffResponseLinkRemoved,
  diffResponseMapValuesNarrowed,
  diffResponseMapValuesWidened,
  diffResponseMediaTypeAdded,
  diffResponseMediaTypeRemoved,
  diffResponseMultipleOfNarrowed,
  diffResponseMultipleOfWidened,
  diffResponseNullNarrowed,
  diffResponseNullWidened,
  diffResponseOptionalHeaderRemoved,
  diffResponseOptionalPropertyRemoved,
  diffResponsePatternNarrowed,
  diffResponsePatternWidened,
  diffResponsePropertyAdded,
  diffResponsePropertyBecameOptional,
  diffResponsePropertyBecameRequired,
  diffResponsePropertyCountNarrowed,
  diffResponsePropertyCountWidened,
  diffResponsePropertyNamesNarrowed,
  diffResponsePropertyNamesWidened,
  diffResponsePropertyRemoved,
  diffResponseRangeNarrowed,
  diffResponseRangeWidened,
  diffResponseRequiredPropertyAdded,
  diffResponseSchemaNarrowed,
  diffResponseSchemaWidened,
  diffResponseStatusAdded,
  diffResponseSuccessStatusRemoved,
  diffResponseTypeNarrowed,
  diffResponseTypeWidened,
  diffResponseUniqueItemsNarrowed,
  diffResponseUniqueItemsWidened,
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
];

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
