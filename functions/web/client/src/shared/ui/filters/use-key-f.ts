import { useEffect } from "react";
import { commandKey, isTyping } from "../../lib";

/** The key F leads to the conditions of a list. */
export function useKeyF(act: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (commandKey(event) !== "f" || event.shiftKey || isTyping(event)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
}
