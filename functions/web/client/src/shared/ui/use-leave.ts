import { useCallback } from "react";
import { queryClient, session } from "../api";
import { forgetDrafts } from "../lib";

/** Signs out, and leaves nothing of the person on the device. */
export function useLeave(): () => Promise<void> {
  return useCallback(async () => {
    await session.signOut();
    forgetDrafts();
    queryClient.clear();
    globalThis.location.assign("/sign-in");
  }, []);
}
