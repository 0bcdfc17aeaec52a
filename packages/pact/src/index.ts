export type {
  Broker,
  DeploymentAnswer,
  DeploymentDecision,
  DeploymentQuestion,
  MatrixRow,
  PacticipantVersion,
  Placement,
} from "./broker.ts";
export { type LedgerOptions, ledgerBroker } from "./ledger/ledger-broker.ts";
