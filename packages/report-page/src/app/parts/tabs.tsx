import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

/** A part of the page that is shown by itself. */
export interface View {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  readonly body: ComponentChildren;
}

interface Props {
  readonly views: readonly View[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

/** The views of the page, one of them shown (WAI-ARIA Authoring Practices, tabs). */
export function Tabs({ views, chosen, choose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    views.findIndex(({ id }) => id === chosen),
  );
  const move = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1 + views.length,
      Home: 0,
      End: views.length - 1,
    };
    const next = steps[event.key];
    const view = next === undefined ? undefined : views[next % views.length];
    if (view === undefined) return;
    event.preventDefault();
    choose(view.id);
    list.current?.querySelector<HTMLElement>(`#tab-${view.id}`)?.focus();
  };
  const view = views[at];
  if (view === undefined) return <main class="empty">There is nothing to show.</main>;
  return (
    <main>
      <div class="tabs" role="tablist" aria-label="Views" ref={list} onKeyDown={move}>
        {views.map(({ id, title, count }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === view.id}
            aria-controls={`panel-${view.id}`}
            tabIndex={id === view.id ? 0 : -1}
            onClick={() => choose(id)}
          >
            {title}
            {count !== undefined && <span class="count">{count.toLocaleString("en")}</span>}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard alone where it can be focused */}
      <div class="panel" tabIndex={0} role="tabpanel" id={`panel-${view.id}`} aria-labelledby={`tab-${view.id}`}>
        {view.body}
      </div>
    </main>
  );
}
