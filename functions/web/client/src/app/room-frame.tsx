import { lazy, Suspense } from "react";
import { RoomPage } from "@/features/room/room-page";
import { useSession } from "@/shared/api";

const SessionDialog = lazy(() => import("@/features/session/session-dialog"));

/** The client room, over which a session that has ended is renewed without losing what is typed. */
export function RoomFrame() {
  const expired = useSession().status === "expired";
  return (
    <>
      <RoomPage />
      <Suspense>{expired && <SessionDialog />}</Suspense>
    </>
  );
}
