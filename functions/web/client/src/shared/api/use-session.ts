import { useSyncExternalStore } from "react";
import { type Person, session, type SessionState } from "./session";

export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.current);
}

/** The person who is signed in; only for what stands behind the sign-in page. */
export function usePerson(): Person {
  const state = useSession();
  if (state.status !== "in" && state.status !== "expired") throw new Error("Nobody is signed in.");
  return state.person;
}
