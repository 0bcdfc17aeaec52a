import { createHmac } from "node:crypto";

/** How consumers are called in a store: by their names, or by what a secret key makes of them. */
export function renaming(key: string | undefined): (consumer: string) => string {
  if (key === undefined) return (consumer) => consumer;
  const known = new Map<string, string>();
  return (consumer) => {
    let hashed = known.get(consumer);
    if (hashed === undefined) {
      hashed = createHmac("sha256", key).update(consumer, "utf8").digest("hex");
      known.set(consumer, hashed);
    }
    return hashed;
  };
}
