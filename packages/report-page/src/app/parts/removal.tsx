import { Prose } from "./marks.tsx";

/** Whether something may be removed, and why not. */
export function Removal({ removable, because }: { readonly removable: boolean; readonly because: readonly string[] }) {
  return (
    <>
      <p>
        <b class={`state ${removable ? "unaffected" : "affected"}`}>
          {removable ? "May be removed" : "May not be removed yet"}
        </b>
      </p>
      {because.length > 0 && (
        <ul>
          {because.map((reason, i) => (
            <li key={i}>
              <Prose text={reason} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
