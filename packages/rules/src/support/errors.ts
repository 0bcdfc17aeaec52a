import { isJson, type Located, type Operation, type Response } from "@concordat/engine/kit";

/*
 * What rules about errors share.
 */

/** Responses that tell of failure; `default` is one of them where the success stands beside it. */
export function errorsOf({ responses }: Operation): Response[] {
  const succeeds = responses.some(({ status }) => /^[123]/.test(status));
  return responses.filter(({ status }) => /^[45]/.test(status) || (status === "default" && succeeds));
}

/** Whether a path belongs to OAuth, which fixes the form of its errors (RFC 6749, section 5.2). */
export function isOfOauth(path: string): boolean {
  return /\/oauth2?(?:\/|$)/i.test(path);
}

/** The JSON schemas that describe the errors of an operation. */
export function errorSchemasOf(operation: Operation): Located[] {
  return errorsOf(operation).flatMap(({ content }) => content.filter(isJson).flatMap(({ schema }) => schema ?? []));
}
