import { useEffect, useEffectEvent } from "react";
import { commandKey, isTyping } from "@/shared/lib";

/**
 * Hears single keys while nobody types and no dialog is open. The handler says whether a key was its own.
 *
 * They are heard before the shell hears them: in the inbox these letters mean what is done with a letter.
 */
export function useKeys(handle: (key: string) => boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isTyping(event) || document.querySelector("[role=dialog]")) return;
    const key = event.code === "Slash" ? "/" : commandKey(event);
    if (!key || !handle(key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => onKey(event);
    addEventListener("keydown", heard, { capture: true });
    return () => removeEventListener("keydown", heard, { capture: true });
  }, []);
}
