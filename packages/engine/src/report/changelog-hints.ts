/*
 * What a consumer does about a change. The `fix` of a rule tells the provider how to avoid the change; in a changelog it
 * has been made, and those who read it are on the other side.
 */

/** Hints by the end of a rule's id, the first that fits. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/operation-removed$/, "Stop calling it: it answers with an error."],
  [/operation-moved$/, "Call the new one."],
  [/operation-stability-lowered$/, "Expect it to change without notice."],
  [/(?:callback|webhook)-removed$/, "Do not wait for it any more."],
  [/webhook-media-type-added$/, "Be ready to receive it."],
  [/request-body-(?:became-required|required-added)$/, "Always send a body."],
  [/request-body-removed$/, "Stop sending a body."],
  [/request-(?:\w+-)*(?:became-required|required-added|required-property-added)$/, "Always send it."],
  [/request-(?:\w+-)*(?:property-removed|parameter-removed)$/, "Stop sending it: it is ignored or refused."],
  [/request-(?:parameter-serialisation|encoding|content-encoding|xml)-changed$/, "Write it in the new way."],
  [/request-format-changed$/, "Send it in the new format."],
  [/request-discriminator-changed$/, "Send the tags that are listed now."],
  [/request-(?:enum-narrowed|extensible-enum-value-removed)$/, "Send only the values that are left."],
  [/request-media-type-removed$/, "Send one of the media types that are left."],
  [/request-null-narrowed$/, "Leave it out instead of sending null."],
  [/request-(?:\w+-)*narrowed$/, "Check what you send: values that were accepted are refused now."],
  [/response-(?:\w+-)*(?:property|header)-removed$/, "Do without it: it is not promised any more."],
  [/response-(?:\w+-)*became-optional$/, "Be ready for answers without it."],
  [/response-(?:\w+-)*enum-(?:widened|value-added)$/, "Be ready for values that you do not know."],
  [/response-null-widened$/, "Be ready for null."],
  [/response-success-status-removed$/, "Be ready for the statuses that are left."],
  [/response-media-type-removed$/, "Ask for one of the media types that are left."],
  [/response-link-removed$/, "Do not follow it any more."],
  [/response-link-changed$/, "Follow it as it is described now."],
  [/response-discriminator-changed$/, "Be ready for the tags that are listed now."],
  [/response-(?:format|encoding|content-encoding|header-serialisation|xml)-changed$/, "Read it in the new form."],
  [/response-(?:\w+-)*widened$/, "Be ready for values that were never sent before."],
  [/security-alternative-removed$/, "Authenticate in one of the ways that are left."],
  [/server-removed$/, "Call one of the servers that are left."],
  [/(?:operation-id-changed|schema-renamed|path-parameter-renamed)$/, "Rename it where you use generated code."],
  [/schema-removed$/, "Do without it where you use generated code."],
  [/part-unreadable$/, "Compare it with what you send and read: one of the descriptions cannot be read there."],
  [/-deprecated$/, "Plan to leave it."],
];

/** What a consumer does about the finding of a rule; undefined where nothing is to be done. */
export function hintFor(rule: string): string | undefined {
  return HINTS.find(([end]) => end.test(rule))?.[1];
}
