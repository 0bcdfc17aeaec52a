import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A provider of parcels that runs. */
export interface Provider {
  readonly url: string;
  close(): void;
}

/** One parcel as the description has it. */
const PARCEL = {
  id: "p-81",
  status: "in_transit",
  to: { name: "Ada", lines: ["1 Harbour Road"], postcode: "10115", country: "DE" },
  weightGrams: 1200,
};

/**
 * Starts a small provider of parcels on a free port. A `POST /states` with the name of a provider state prepares it.
 *
 * @param parcelOf what it answers for its parcel; as the description has it where nothing is said
 */
export async function startProvider(
  parcelOf: (parcel: typeof PARCEL) => object = (parcel) => parcel,
): Promise<Provider> {
  const parcels = new Map<string, object>();
  const server: Server = createServer((request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    if (request.url === "/states") {
      parcels.set(PARCEL.id, parcelOf(PARCEL));
      answer(200, {});
      return;
    }
    const [, id = ""] = /^\/v2\/parcels\/([^/]+)$/.exec(request.url ?? "") ?? [];
    const parcel = parcels.get(id);
    if (request.headers.authorization === undefined) answer(401, { message: "Who asks?" });
    else if (parcel === undefined) answer(404, { message: "There is no such parcel." });
    else answer(200, parcel);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
