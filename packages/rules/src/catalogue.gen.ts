// Generated from the files beside it by `pnpm generate`. Do not edit.
import type { DiffRule } from "@concordat/engine/kit";
import callbackAdded from "./diff/callback-added.ts";
import callbackRemoved from "./diff/callback-removed.ts";
import operationAdded from "./diff/operation-added.ts";
import operationDeprecated from "./diff/operation-deprecated.ts";
import operationIdAdded from "./diff/operation-id-added.ts";
import operationIdChanged from "./diff/operation-id-changed.ts";
import operationMoved from "./diff/operation-moved.ts";
import operationReactivated from "./diff/operation-reactivated.ts";
import operationRemoved from "./diff/operation-removed.ts";
import operationStabilityLowered from "./diff/operation-stability-lowered.ts";
import operationStabilityRaised from "./diff/operation-stability-raised.ts";
import operationSunsetChanged from "./diff/operation-sunset-changed.ts";
import operationTagAdded from "./diff/operation-tag-added.ts";
import operationTagRemoved from "./diff/operation-tag-removed.ts";
import propertyDirectionChanged from "./diff/property-direction-changed.ts";
import requestAlternativesNarrowed from "./diff/request-alternatives-narrowed.ts";
import requestAlternativesWidened from "./diff/request-alternatives-widened.ts";
import requestBodyBecameOptional from "./diff/request-body-became-optional.ts";
import requestBodyBecameRequired from "./diff/request-body-became-required.ts";
import requestBodyOptionalAdded from "./diff/request-body-optional-added.ts";
import requestBodyRemoved from "./diff/request-body-removed.ts";
import requestBodyRequiredAdded from "./diff/request-body-required-added.ts";
import requestClosedNarrowed from "./diff/request-closed-narrowed.ts";
import requestClosedWidened from "./diff/request-closed-widened.ts";
import requestConditionNarrowed from "./diff/request-condition-narrowed.ts";
import requestConditionWidened from "./diff/request-condition-widened.ts";
import requestContainsNarrowed from "./diff/request-contains-narrowed.ts";
import requestContainsWidened from "./diff/request-contains-widened.ts";
import requestContentEncodingChanged from "./diff/request-content-encoding-changed.ts";
import requestDefaultChanged from "./diff/request-default-changed.ts";
import requestDependenciesNarrowed from "./diff/request-dependencies-narrowed.ts";
import requestDependenciesWidened from "./diff/request-dependencies-widened.ts";
import requestDiscriminatorChanged from "./diff/request-discriminator-changed.ts";
import requestEncodingChanged from "./diff/request-encoding-changed.ts";
import requestEnumNarrowed from "./diff/request-enum-narrowed.ts";
import requestEnumWidened from "./diff/request-enum-widened.ts";
import requestExclusionNarrowed from "./diff/request-exclusion-narrowed.ts";
import requestExclusionWidened from "./diff/request-exclusion-widened.ts";
import requestExtensibleEnumValueRemoved from "./diff/request-extensible-enum-value-removed.ts";
import requestFormatChanged from "./diff/request-format-changed.ts";
import requestItemCountNarrowed from "./diff/request-item-count-narrowed.ts";
import requestItemCountWidened from "./diff/request-item-count-widened.ts";
import requestItemsNarrowed from "./diff/request-items-narrowed.ts";
import requestItemsWidened from "./diff/request-items-widened.ts";
import requestLengthNarrowed from "./diff/request-length-narrowed.ts";
import requestLengthWidened from "./diff/request-length-widened.ts";
import requestMapValuesNarrowed from "./diff/request-map-values-narrowed.ts";
import requestMapValuesWidened from "./diff/request-map-values-widened.ts";
import requestMediaTypeAdded from "./diff/request-media-type-added.ts";
import requestMediaTypeRemoved from "./diff/request-media-type-removed.ts";
import requestMultipleOfNarrowed from "./diff/request-multiple-of-narrowed.ts";
import requestMultipleOfWidened from "./diff/request-multiple-of-widened.ts";
import requestNullNarrowed from "./diff/request-null-narrowed.ts";
import requestNullWidened from "./diff/request-null-widened.ts";
import requestOptionalPropertyRemoved from "./diff/request-optional-property-removed.ts";
import requestParameterBecameOptional from "./diff/request-parameter-became-optional.ts";
import requestParameterBecameRequired from "./diff/request-parameter-became-required.ts";
import requestParameterDeprecated from "./diff/request-parameter-deprecated.ts";
import requestParameterOptionalAdded from "./diff/request-parameter-optional-added.ts";
import requestParameterReactivated from "./diff/request-parameter-reactivated.ts";
import requestParameterRemoved from "./diff/request-parameter-removed.ts";
import requestParameterRequiredAdded from "./diff/request-parameter-required-added.ts";
import requestParameterSerialisationChanged from "./diff/request-parameter-serialisation-changed.ts";
import requestPathParameterRenamed from "./diff/request-path-parameter-renamed.ts";
import requestPatternNarrowed from "./diff/request-pattern-narrowed.ts";
import requestPatternWidened from "./diff/request-pattern-widened.ts";
import requestPropertyAdded from "./diff/request-property-added.ts";
import requestPropertyBecameOptional from "./diff/request-property-became-optional.ts";
import requestPropertyBecameRequired from "./diff/request-property-became-required.ts";
import requestPropertyCountNarrowed from "./diff/request-property-count-narrowed.ts";
import requestPropertyCountWidened from "./diff/request-property-count-widened.ts";
import requestPropertyNamesNarrowed from "./diff/request-property-names-narrowed.ts";
import requestPropertyNamesWidened from "./diff/request-property-names-widened.ts";
import requestRangeNarrowed from "./diff/request-range-narrowed.ts";
import requestRangeWidened from "./diff/request-range-widened.ts";
import requestRequiredPropertyAdded from "./diff/request-required-property-added.ts";
import requestRequiredPropertyRemoved from "./diff/request-required-property-removed.ts";
import requestSchemaNarrowed from "./diff/request-schema-narrowed.ts";
import requestSchemaWidened from "./diff/request-schema-widened.ts";
import requestTypeNarrowed from "./diff/request-type-narrowed.ts";
import requestTypeWidened from "./diff/request-type-widened.ts";
import requestUniqueItemsNarrowed from "./diff/request-unique-items-narrowed.ts";
import requestUniqueItemsWidened from "./diff/request-unique-items-widened.ts";
import responseAlternativesNarrowed from "./diff/response-alternatives-narrowed.ts";
import responseAlternativesWidened from "./diff/response-alternatives-widened.ts";
import responseClosedNarrowed from "./diff/response-closed-narrowed.ts";
import responseClosedWidened from "./diff/response-closed-widened.ts";
import responseConditionNarrowed from "./diff/response-condition-narrowed.ts";
import responseConditionWidened from "./diff/response-condition-widened.ts";
import responseContainsNarrowed from "./diff/response-contains-narrowed.ts";
import responseContainsWidened from "./diff/response-contains-widened.ts";
import responseContentEncodingChanged from "./diff/response-content-encoding-changed.ts";
import responseDefaultChanged from "./diff/response-default-changed.ts";
import responseDependenciesNarrowed from "./diff/response-dependencies-narrowed.ts";
import responseDependenciesWidened from "./diff/response-dependencies-widened.ts";
import responseDiscriminatorChanged from "./diff/response-discriminator-changed.ts";
import responseEncodingChanged from "./diff/response-encoding-changed.ts";
import responseEnumNarrowed from "./diff/response-enum-narrowed.ts";
import responseEnumWidened from "./diff/response-enum-widened.ts";
import responseErrorStatusRemoved from "./diff/response-error-status-removed.ts";
import responseExclusionNarrowed from "./diff/response-exclusion-narrowed.ts";
import responseExclusionWidened from "./diff/response-exclusion-widened.ts";
import responseExtensibleEnumValueAdded from "./diff/response-extensible-enum-value-added.ts";
import responseExtensibleEnumWidened from "./diff/response-extensible-enum-widened.ts";
import responseFormatChanged from "./diff/response-format-changed.ts";
import responseHeaderAdded from "./diff/response-header-added.ts";
import responseHeaderBecameOptional from "./diff/response-header-became-optional.ts";
import responseHeaderBecameRequired from "./diff/response-header-became-required.ts";
import responseHeaderRemoved from "./diff/response-header-removed.ts";
import responseItemCountNarrowed from "./diff/response-item-count-narrowed.ts";
import responseItemCountWidened from "./diff/response-item-count-widened.ts";
import responseItemsNarrowed from "./diff/response-items-narrowed.ts";
import responseItemsWidened from "./diff/response-items-widened.ts";
import responseLengthNarrowed from "./diff/response-length-narrowed.ts";
import responseLengthWidened from "./diff/response-length-widened.ts";
import responseLinkAdded from "./diff/response-link-added.ts";
import responseLinkRemoved from "./diff/response-link-removed.ts";
import responseMapValuesNarrowed from "./diff/response-map-values-narrowed.ts";
import responseMapValuesWidened from "./diff/response-map-values-widened.ts";
import responseMediaTypeAdded from "./diff/response-media-type-added.ts";
import responseMediaTypeRemoved from "./diff/response-media-type-removed.ts";
import responseMultipleOfNarrowed from "./diff/response-multiple-of-narrowed.ts";
import responseMultipleOfWidened from "./diff/response-multiple-of-widened.ts";
import responseNullNarrowed from "./diff/response-null-narrowed.ts";
import responseNullWidened from "./diff/response-null-widened.ts";
import responseOptionalHeaderRemoved from "./diff/response-optional-header-removed.ts";
import responseOptionalPropertyRemoved from "./diff/response-optional-property-removed.ts";
import responsePatternNarrowed from "./diff/response-pattern-narrowed.ts";
import responsePatternWidened from "./diff/response-pattern-widened.ts";
import responsePropertyAdded from "./diff/response-property-added.ts";
import responsePropertyBecameOptional from "./diff/response-property-became-optional.ts";
import responsePropertyBecameRequired from "./diff/response-property-became-required.ts";
import responsePropertyCountNarrowed from "./diff/response-property-count-narrowed.ts";
import responsePropertyCountWidened from "./diff/response-property-count-widened.ts";
import responsePropertyNamesNarrowed from "./diff/response-property-names-narrowed.ts";
import responsePropertyNamesWidened from "./diff/response-property-names-widened.ts";
import responsePropertyRemoved from "./diff/response-property-removed.ts";
import responseRangeNarrowed from "./diff/response-range-narrowed.ts";
import responseRangeWidened from "./diff/response-range-widened.ts";
import responseRequiredPropertyAdded from "./diff/response-required-property-added.ts";
import responseSchemaNarrowed from "./diff/response-schema-narrowed.ts";
import responseSchemaWidened from "./diff/response-schema-widened.ts";
import responseStatusAdded from "./diff/response-status-added.ts";
import responseSuccessStatusRemoved from "./diff/response-success-status-removed.ts";
import responseTypeNarrowed from "./diff/response-type-narrowed.ts";
import responseTypeWidened from "./diff/response-type-widened.ts";
import responseUniqueItemsNarrowed from "./diff/response-unique-items-narrowed.ts";
import responseUniqueItemsWidened from "./diff/response-unique-items-widened.ts";
import schemaAdded from "./diff/schema-added.ts";
import schemaDeprecated from "./diff/schema-deprecated.ts";
import schemaReactivated from "./diff/schema-reactivated.ts";
import schemaRemoved from "./diff/schema-removed.ts";
import schemaRenamed from "./diff/schema-renamed.ts";
import securityAlternativeAdded from "./diff/security-alternative-added.ts";
import securityAlternativeRemoved from "./diff/security-alternative-removed.ts";
import securitySchemeAdded from "./diff/security-scheme-added.ts";
import securitySchemeRemoved from "./diff/security-scheme-removed.ts";
import serverAdded from "./diff/server-added.ts";
import serverRemoved from "./diff/server-removed.ts";
import tagAdded from "./diff/tag-added.ts";
import tagRemoved from "./diff/tag-removed.ts";
import webhookAdded from "./diff/webhook-added.ts";
import webhookMediaTypeAdded from "./diff/webhook-media-type-added.ts";
import webhookRemoved from "./diff/webhook-removed.ts";

/** All rules of the diff family, by id. */
export const diffRules: readonly DiffRule[] = [
  callbackAdded,
  callbackRemoved,
  operationAdded,
  operationDeprecated,
  operationIdAdded,
  operationIdChanged,
  operationMoved,
  operationReactivated,
  operationRemoved,
  operationStabilityLowered,
  operationStabilityRaised,
  operationSunsetChanged,
  operationTagAdded,
  operationTagRemoved,
  propertyDirectionChanged,
  requestAlternativesNarrowed,
  requestAlternativesWidened,
  requestBodyBecameOptional,
  requestBodyBecameRequired,
  requestBodyOptionalAdded,
  requestBodyRemoved,
  requestBodyRequiredAdded,
  requestClosedNarrowed,
  requestClosedWidened,
  requestConditionNarrowed,
  requestConditionWidened,
  requestContainsNarrowed,
  requestContainsWidened,
  requestContentEncodingChanged,
  requestDefaultChanged,
  requestDependenciesNarrowed,
  requestDependenciesWidened,
  requestDiscriminatorChanged,
  requestEncodingChanged,
  requestEnumNarrowed,
  requestEnumWidened,
  requestExclusionNarrowed,
  requestExclusionWidened,
  requestExtensibleEnumValueRemoved,
  requestFormatChanged,
  requestItemCountNarrowed,
  requestItemCountWidened,
  requestItemsNarrowed,
  requestItemsWidened,
  requestLengthNarrowed,
  requestLengthWidened,
  requestMapValuesNarrowed,
  requestMapValuesWidened,
  requestMediaTypeAdded,
  requestMediaTypeRemoved,
  requestMultipleOfNarrowed,
  requestMultipleOfWidened,
  requestNullNarrowed,
  requestNullWidened,
  requestOptionalPropertyRemoved,
  requestParameterBecameOptional,
  requestParameterBecameRequired,
  requestParameterDeprecated,
  requestParameterOptionalAdded,
  requestParameterReactivated,
  requestParameterRemoved,
  requestParameterRequiredAdded,
  requestParameterSerialisationChanged,
  requestPathParameterRenamed,
  requestPatternNarrowed,
  requestPatternWidened,
  requestPropertyAdded,
  requestPropertyBecameOptional,
  requestPropertyBecameRequired,
  requestPropertyCountNarrowed,
  requestPropertyCountWidened,
  requestPropertyNamesNarrowed,
  requestPropertyNamesWidened,
  requestRangeNarrowed,
  requestRangeWidened,
  requestRequiredPropertyAdded,
  requestRequiredPropertyRemoved,
  requestSchemaNarrowed,
  requestSchemaWidened,
  requestTypeNarrowed,
  requestTypeWidened,
  requestUniqueItemsNarrowed,
  requestUniqueItemsWidened,
  responseAlternativesNarrowed,
  responseAlternativesWidened,
  responseClosedNarrowed,
  responseClosedWidened,
  responseConditionNarrowed,
  responseConditionWidened,
  responseContainsNarrowed,
  responseContainsWidened,
  responseContentEncodingChanged,
  responseDefaultChanged,
  responseDependenciesNarrowed,
  responseDependenciesWidened,
  responseDiscriminatorChanged,
  responseEncodingChanged,
  responseEnumNarrowed,
  responseEnumWidened,
  responseErrorStatusRemoved,
  responseExclusionNarrowed,
  responseExclusionWidened,
  responseExtensibleEnumValueAdded,
  responseExtensibleEnumWidened,
  responseFormatChanged,
  responseHeaderAdded,
  responseHeaderBecameOptional,
  responseHeaderBecameRequired,
  responseHeaderRemoved,
  responseItemCountNarrowed,
  responseItemCountWidened,
  responseItemsNarrowed,
  responseItemsWidened,
  responseLengthNarrowed,
  responseLengthWidened,
  responseLinkAdded,
  responseLinkRemoved,
  responseMapValuesNarrowed,
  responseMapValuesWidened,
  responseMediaTypeAdded,
  responseMediaTypeRemoved,
  responseMultipleOfNarrowed,
  responseMultipleOfWidened,
  responseNullNarrowed,
  responseNullWidened,
  responseOptionalHeaderRemoved,
  responseOptionalPropertyRemoved,
  responsePatternNarrowed,
  responsePatternWidened,
  responsePropertyAdded,
  responsePropertyBecameOptional,
  responsePropertyBecameRequired,
  responsePropertyCountNarrowed,
  responsePropertyCountWidened,
  responsePropertyNamesNarrowed,
  responsePropertyNamesWidened,
  responsePropertyRemoved,
  responseRangeNarrowed,
  responseRangeWidened,
  responseRequiredPropertyAdded,
  responseSchemaNarrowed,
  responseSchemaWidened,
  responseStatusAdded,
  responseSuccessStatusRemoved,
  responseTypeNarrowed,
  responseTypeWidened,
  responseUniqueItemsNarrowed,
  responseUniqueItemsWidened,
  schemaAdded,
  schemaDeprecated,
  schemaReactivated,
  schemaRemoved,
  schemaRenamed,
  securityAlternativeAdded,
  securityAlternativeRemoved,
  securitySchemeAdded,
  securitySchemeRemoved,
  serverAdded,
  serverRemoved,
  tagAdded,
  tagRemoved,
  webhookAdded,
  webhookMediaTypeAdded,
  webhookRemoved,
];
