/** What the sample consumers know of a parcel. */
export interface Parcel {
  readonly id: string;
  readonly status: string;
  readonly weightGrams: number;
}

/** Asks the provider of parcels for one. */
export async function readParcel(url: string, id: string): Promise<Partial<Parcel>> {
  const response = await fetch(`${url}/v2/parcels/${id}`, { headers: { Authorization: "Bearer example" } });
  if (!response.ok) throw new Error(`The parcel ${id} cannot be had: ${response.status}.`);
  return (await response.json()) as Partial<Parcel>;
}
