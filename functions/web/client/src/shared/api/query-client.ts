import { QueryClient } from "@tanstack/react-query";
import { ProblemError } from "./problem";

const TRIES = 2;

/** Trying again helps where nobody refused: no connection, or a failure on the other side. */
function worthTrying(failures: number, error: Error): boolean {
  if (failures >= TRIES) return false;
  return error instanceof ProblemError && (error.status === 0 || error.status >= 500);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    // Without a connection each is tried all the same: a refusal now says more than a silent wait.
    queries: {
      networkMode: "offlineFirst",
      staleTime: 20_000,
      gcTime: 30 * 60_000,
      retry: worthTrying,
    },
    mutations: { networkMode: "always", retry: false },
  },
});
