export type { ReleaseRequest } from "./candidate.ts";
export { type ContractRelease, planRelease, writeRelease } from "./release.ts";
