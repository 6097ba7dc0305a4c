import { useNotifications } from "@mantine/notifications";
import { type ComponentType, useEffect, useState } from "react";

/** Fetches what shows toasts when there is the first to show; one that could not be fetched is tried with the next. */
export function ToastHost() {
  const waiting = useNotifications().notifications.length;
  const [Shown, setShown] = useState<ComponentType | null>(null);
  useEffect(() => {
    if (waiting === 0 || Shown) return;
    import("./toasts-shown").then(
      ({ ToastsShown }) => setShown(() => ToastsShown),
      () => undefined,
    );
  }, [waiting, Shown]);
  return Shown && <Shown />;
}
