import { isObject, own } from "@concordat/containment/internal";
import type { Contract } from "../../exchange/contract.ts";
import { closestRange, normaliseRange } from "../../model/media-range.ts";
import type { MessageInteraction, Pact } from "../../model/pact.ts";
import type { Operation, OperationRef } from "../../model/revision.ts";
import { type Judges, remarkTarget } from "./judge-request.ts";
import { inPart, judgeReliance } from "./judge-response.ts";
import { Subject, type Target } from "./targets.ts";

/**
 * Judges a message that a consumer expects by the webhook or callback that it is: the one that its description or its
 * reference names, by name or `operationId`.
 */
export async function judgeMessage(
  pact: Pact,
  interaction: MessageInteraction,
  contract: Contract,
  judges: Judges,
): Promise<readonly Target[]> {
  const operation = messageOperation(interaction, contract);
  const { body } = interaction.contents;
  if (operation === undefined || body.kind !== "json") {
    const reason =
      operation === undefined
        ? `The description has no webhook or callback that is called \`${interaction.description}\`.`
        : "Only messages in JSON are read.";
    const target = { ...new Subject(pact, interaction).of(interaction.at, "response"), what: "the message", reason };
    return [{ kind: "unchecked", target }];
  }
  const { method, path, at } = operation.ref;
  const subject = new Subject(pact, interaction, { method, path }, at);
  const schema = closestRange(operation.body?.content ?? [], normaliseRange(body.contentType))?.schema;
  if (schema === undefined) {
    const reason = `The description says nothing about messages in \`${body.contentType}\`.`;
    return [{ kind: "unchecked", target: { ...subject.of(body.at, "response"), what: "the message", reason } }];
  }
  const whole = judges.values.remark("body", schema, "json", [body.value], "response");
  const remarks = whole ? await inPart(whole, body.value, schema, judges) : [];
  const { contents } = interaction;
  const reliance = { body, rules: contents.rules.body, schema, remarks };
  return [
    ...remarks.map((remark) => remarkTarget(remark, subject, contents, "response")),
    ...(await judgeReliance(subject, reliance, judges)),
  ];
}

/** The webhook or callback that a message is; undefined where the description has none of its names. */
export function messageOperation(interaction: MessageInteraction, contract: Contract): Operation | undefined {
  return findOperation(namesOf(interaction), contract);
}

/** What a message may be called in a description. */
function namesOf({ description, at }: MessageInteraction): readonly string[] {
  const comments = isObject(at.value) ? own(at.value, "comments") : undefined;
  const references = isObject(comments) ? own(comments, "references") : undefined;
  const named = Object.values(isObject(references) ? references : {}).flatMap((each) => {
    const id = isObject(each) ? own(each, "operationId") : undefined;
    return typeof id === "string" ? [id] : [];
  });
  return [...named, description];
}

function findOperation(names: readonly string[], contract: Contract): Operation | undefined {
  const { operations, webhooks } = contract.revision;
  const isNamed = ({ operationId, path }: OperationRef) =>
    names.includes(path) || (operationId !== undefined && names.includes(operationId));
  const webhook = webhooks.find(isNamed);
  if (webhook) return contract.operation(webhook);
  for (const ref of operations)
    for (const callback of contract.operation(ref).callbacks) {
      const found = callback.operations.find((each) => names.includes(callback.name) || isNamed(each));
      if (found) return contract.operation(found);
    }
  return undefined;
}
