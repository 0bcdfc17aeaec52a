import { createRulesetFunction } from "@stoplight/spectral-core";

export default createRulesetFunction({ input: { type: "string" }, options: null }, function capital(input) {
  return /^[A-Z]/.test(input) && input !== "Link" ? [] : [{ message: `${input} has no capital` }];
});
