import type { Located } from "@concordat/containment/internal";
import type { KeyedDiff } from "../base/diff-by-key.ts";
import type { Direction, Reach } from "../finding/finding.ts";
import type { Lifecycle } from "../model/lifecycle.ts";
import type {
  Body,
  Callback,
  Header,
  MediaType,
  Operation,
  OperationRef,
  Parameter,
  Requirement,
  Response,
  Revision,
  Security,
  Servers,
} from "../model/revision.ts";

/** What kind of limit changed; several keywords speak of one facet. */
export type Facet =
  | "type"
  | "nullability"
  | "enum"
  /** An enum that the contract says may grow. */
  | "extensible-enum"
  | "range"
  | "multiple-of"
  | "length"
  | "pattern"
  | "item-count"
  | "unique-items"
  | "contains"
  | "items"
  /** Required on one side, declared on both. */
  | "required"
  /** Required on one side, not declared on the other. */
  | "presence"
  | "closed"
  | "map-values"
  | "property-names"
  | "property-count"
  | "dependencies"
  | "alternatives"
  | "exclusion"
  | "condition"
  | "schema";

/** A pair of anything. */
export interface Pair<T> {
  readonly base: T;
  readonly head: T;
}

/** Two operations that are one for consumers. */
export interface OperationPair extends Pair<Operation> {
  /** Whether the provider sends the request: webhooks and callbacks. */
  readonly inverted: boolean;
  /** Whether the path or the method changed while `operationId` stayed. */
  readonly moved: boolean;
  readonly reach: Reach;
}

/** An operation that only one side has, or that has moved. */
export interface LoneOperation {
  readonly ref: OperationRef;
  readonly reach: Reach;
  readonly lifecycle: Lifecycle;
}

/** An operation whose path or method changed while its `operationId` stayed. */
export interface MovedOperation extends Pair<LoneOperation> {}

export interface ParametersTarget extends KeyedDiff<Parameter> {
  readonly operation: OperationPair;
  readonly at: Pair<Located>;
}

export interface ParameterTarget extends Pair<Parameter> {
  readonly operation: OperationPair;
  readonly reach: Reach;
  /** How the way the value is written changed, if it makes a difference for values of base. */
  readonly serialisation: { readonly from: string; readonly to: string } | undefined;
}

export interface BodyTarget {
  readonly operation: OperationPair;
  readonly base: Body | undefined;
  readonly head: Body | undefined;
  readonly reach: Reach;
}

/** The media types of a body that one side sends. */
export interface ContentTarget {
  readonly operation: OperationPair;
  readonly direction: Direction;
  readonly reach: Reach;
  readonly at: Pair<Located>;
  /** Ranges of base that head no longer covers. */
  readonly lost: readonly MediaType[];
  /** Ranges of head that base did not cover. */
  readonly gained: readonly MediaType[];
  readonly kept: readonly Pair<MediaType>[];
}

export interface ResponsesTarget {
  readonly operation: OperationPair;
  /** Statuses of base that no response of head covers, and the other way round. */
  readonly lost: readonly Response[];
  readonly gained: readonly Response[];
  readonly at: Pair<Located>;
}

/** The headers that one side sends: of a response, or of the request of a webhook. */
export interface HeadersTarget extends KeyedDiff<Header> {
  readonly operation: OperationPair;
  readonly at: Pair<Located>;
  readonly status: string;
  readonly reach: Reach;
}

export interface HeaderTarget extends Pair<Header> {
  readonly operation: OperationPair;
  readonly reach: Reach;
  /** How the way the value is written changed, if it makes a difference for values of head. */
  readonly serialisation: ParameterTarget["serialisation"];
}

export interface SecurityTarget extends Pair<Security> {
  readonly operation: OperationPair;
  /** Alternatives of base that no alternative of head lets in, with what is asked for beyond them. */
  readonly refused: readonly {
    readonly alternative: readonly Requirement[];
    readonly missing: readonly Requirement[];
  }[];
  /** Alternatives of head that base would not have let in. */
  readonly admitted: readonly (readonly Requirement[])[];
}

export interface ServersTarget extends Pair<Servers> {
  readonly operation: OperationPair;
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

export interface ContractTarget extends Pair<Revision> {
  readonly schemas: KeyedDiff<NamedPlace>;
  /** Component schemas that have another name in head and the same meaning. */
  readonly renamed: readonly Pair<NamedPlace>[];
  readonly schemes: KeyedDiff<NamedPlace>;
  readonly tags: KeyedDiff<NamedPlace>;
}

export interface NamedPlace {
  readonly key: string;
  readonly at: Located;
}

export interface CallbacksTarget extends KeyedDiff<Callback> {
  readonly operation: OperationPair;
  readonly at: Pair<Located>;
}

export interface LinksTarget extends Pair<Response> {
  readonly operation: OperationPair;
  readonly reach: Reach;
  readonly lost: readonly string[];
  readonly gained: readonly string[];
  /** Links of both sides that lead to another operation or server, or fill it in another way, with the fields that differ. */
  readonly changed: readonly (Pair<Located> & { readonly name: string; readonly fields: readonly string[] })[];
}

/** A part of a form that both sides declare and write in different ways (`encoding`). */
export interface EncodingTarget extends Pair<Located | undefined> {
  readonly operation: OperationPair;
  readonly direction: Direction;
  readonly reach: Reach;
  readonly property: string;
  /** The media types that the part is of. */
  readonly media: Pair<MediaType>;
  /** The headers of the part. */
  readonly headers: Pair<readonly Header[]>;
}

/** Two schemas at one place of an XML message that say to write the value in another way (OpenAPI 3.1.1, section 4.8.26). */
export interface XmlTarget extends Pair<Located> {
  readonly direction: Direction;
  /** What the value is called: a property, a component, or as its element is. */
  readonly name: string;
  /** How each side writes the value, in words. */
  readonly from: string;
  readonly to: string;
  readonly operations: readonly Reach[];
}

/** Two schemas at one place of a message, with what is said beside validation. */
export interface PlaceTarget {
  readonly direction: Direction;
  readonly base: Located | undefined;
  readonly head: Located | undefined;
  readonly added: readonly PropertyChange[];
  readonly removed: readonly PropertyChange[];
  readonly annotations: Pair<Annotations>;
  readonly operations: readonly Reach[];
}

/** A place that differs, and at which the side that sends has no value at all, so that changes within concern no message. */
export interface VacuousTarget extends Pair<Located | undefined> {
  readonly direction: Direction;
  readonly operations: readonly Reach[];
}

/** A part that one side refers to and that could not be read there, while the other does not say the same of it. */
export interface UnreadTarget extends Pair<Located | undefined> {
  /** The words of the reference. */
  readonly reference: string;
}

/** A property that only one side declares. */
export interface PropertyChange {
  readonly name: string;
  readonly at: Located;
  readonly required: boolean;
  /** Whether the other side takes any further property; where not, containment has more to say. */
  readonly open: boolean;
  /** Directions in which it is sent: not where it is readOnly or writeOnly. */
  readonly sentBy: readonly Direction[];
}

/** What a schema says that validation does not use. */
export interface Annotations {
  readonly deprecated: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly default: unknown;
  readonly format: string | undefined;
  readonly contentEncoding: string | undefined;
  readonly contentMediaType: string | undefined;
  readonly extensibleValues: readonly unknown[] | undefined;
  readonly discriminator: Discriminator | undefined;
}

/** How a value names the schema that it follows (OpenAPI 3.1.1, section 4.8.25), as COMPATIBILITY.md reads it. */
export interface Discriminator {
  readonly propertyName: string;
  /** Names of schemas by tag; of an alternative that has no name, the tag. */
  readonly mapping: ReadonlyMap<string, string>;
  /** Names of the schemas that are alternatives here, children of a parent among them. */
  readonly alternatives: ReadonlySet<string>;
}

/** The kinds of pairs that checks judge. */
export interface Targets {
  readonly contract: ContractTarget;
  readonly addedOperation: LoneOperation;
  readonly removedOperation: LoneOperation;
  readonly movedOperation: MovedOperation;
  readonly operation: OperationPair;
  readonly callbacks: CallbacksTarget;
  readonly parameters: ParametersTarget;
  readonly parameter: ParameterTarget;
  readonly body: BodyTarget;
  readonly content: ContentTarget;
  readonly responses: ResponsesTarget;
  readonly links: LinksTarget;
  readonly encoding: EncodingTarget;
  readonly headers: HeadersTarget;
  readonly header: HeaderTarget;
  readonly security: SecurityTarget;
  readonly servers: ServersTarget;
  readonly place: PlaceTarget;
  readonly vacuous: VacuousTarget;
  readonly xml: XmlTarget;
  readonly unread: UnreadTarget;
}
