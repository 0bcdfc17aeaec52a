import { type OperationKey, operationShape, pathShape } from "./operation-key.ts";
import { basePath } from "./origin.ts";
import { type TemplateSegment, templateSegments } from "./path-template.ts";
import type { Operation } from "./revision.ts";
import { Router } from "./router.ts";

/**
 * Which operation a call of a log counts for. Operations are known by their index; -1 stands for none.
 */
export class Attribution {
  readonly operations: readonly OperationKey[];
  readonly #router: Router<number>;
  readonly #templates = new Map<string, number>();
  readonly #bases: readonly string[];

  /**
   * @param operations those of the description, all that applies to them merged
   * @param basePaths paths that stand before the templates in the log, instead of those of the servers
   */
  constructor(operations: readonly Operation[], basePaths: readonly string[]) {
    this.operations = operations.map(({ ref: { method, path } }) => ({ method, path }));
    const before = operations.map(({ servers }) => (basePaths.length > 0 ? basePaths : servers.addresses));
    this.#router = new Router(this.operations.map((key, value) => ({ key, servers: before[value] ?? [], value })));
    this.#bases = [...new Set(before.flat().map(basePath))];
    const note = (name: string, index: number) => {
      if (!this.#templates.has(name)) this.#templates.set(name, index);
    };
    for (const [index, key] of this.operations.entries()) note(operationShape(key), index);
    for (const [index, { method, path }] of this.operations.entries())
      for (const base of before[index] ?? []) note(operationShape({ method, path: basePath(base) + path }), index);
  }

  /** The operation of a request: by its method and its target, a path or an absolute URL. */
  ofTarget(method: string, target: string): number {
    // `*` and `host:port` name no path (RFC 9112, section 3.2).
    if (!target.startsWith("/") && !ABSOLUTE.test(target)) return -1;
    return this.#router.attribute(method, target) ?? -1;
  }

  /** The operation of a template that a gateway names, with or without base path. */
  ofTemplate(method: string, template: string): number {
    if (CATCH_ALL.test(template)) return -1;
    const shape = pathShape(template);
    const found = this.#templates.get(`${method} ${shape}`);
    return found ?? (method === "HEAD" ? this.#templates.get(`GET ${shape}`) : undefined) ?? -1;
  }

  /** Whether the operation of a target depends on its path alone, and on the segments below alone. */
  get goesByPath(): boolean {
    return this.operations.every(({ path }) => !/[?#]/.test(path));
  }

  /** Texts of the segments that templates and base paths write out: what else stands there is an expression's. */
  get literals(): readonly string[] {
    return [...new Set(this.#segments().flatMap((segment) => (segment.kind === "literal" ? segment.text : [])))];
  }

  /** Texts between the expressions of segments that are partly written out: a segment that has none of them is no such one. */
  get partials(): readonly string[] {
    const texts = this.#segments().map((segment) =>
      segment.kind === "mixed" ? (segment.texts.find((text) => text !== "") ?? "") : undefined,
    );
    return [...new Set(texts)].filter((text) => text !== undefined);
  }

  #segments(): TemplateSegment[] {
    return [...this.#bases, ...this.operations.map(({ path }) => path)].flatMap(templateSegments);
  }
}

const ABSOLUTE = /^[a-z][a-z0-9+.-]*:\/\//i;
/** What a gateway names that passes everything on. */
const CATCH_ALL = /\{[^{}]*\+\}|\*/;
