import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, bodyOf, type Schemas } from "./client";

const KEY = "bad-addresses";
const PLAIN = /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/;

export type BadAddress = Schemas["BadAddressView"];

/** Those of the addresses that refused a letter for good; what is no address yet is not asked about. */
export function useBadAddresses(addresses: readonly string[]): readonly BadAddress[] {
  const asked = [...new Set(addresses.filter((one) => PLAIN.test(one)))].sort().slice(0, 50);
  const { data } = useQuery({
    queryKey: [KEY, asked],
    enabled: asked.length > 0,
    queryFn: () => {
      // The portal takes them with commas between.
      const query = { addresses: asked.join(",") as unknown as string[] };
      return bodyOf(api.GET("/api/communications/bad-addresses", { params: { query } }));
    },
    staleTime: 60_000,
    // A letter is not held up because nobody knows.
    retry: false,
  });
  return asked.length > 0 ? (data?.items ?? []) : [];
}

/** Says that an address takes letters after all. */
export function useFineAddress() {
  const client = useQueryClient();
  return async (address: string) => {
    await api.POST("/api/communications/bad-addresses/fine", { body: { address } });
    await client.invalidateQueries({ queryKey: [KEY] });
  };
}
