export type {
  Broker,
  DeploymentAnswer,
  DeploymentDecision,
  DeploymentQuestion,
  MatrixRow,
  PactContent,
  PacticipantVersion,
  PactToVerify,
  Placement,
  PublicationRequest,
  VerificationQuery,
  VerificationRecord,
} from "./broker.ts";
export { comparePacts, type PactChanges } from "./file/compare-pacts.ts";
export { type PactFile, parsePactFile } from "./file/pact-file.ts";
export { halBroker } from "./hal/hal-broker.ts";
export { readBrokerSettings } from "./hal/settings.ts";
export { parseExchanges, type RecordedExchange } from "./import/exchanges.ts";
export { type ImportedPact, importPact, isEvidence } from "./import/import-pact.ts";
export { type LedgerOptions, ledgerBroker } from "./ledger/ledger-broker.ts";
export { curlOf, type InteractionResult } from "./verify/verification.ts";
export { sendByFetch } from "./world/http.ts";
export { runConsumerTests, type TestedPact } from "./world/run-tests.ts";
export { type VerifyOptions, verifyProvider } from "./world/run-verifier.ts";
