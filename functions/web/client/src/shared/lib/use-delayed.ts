import { useEffect, useState } from "react";

/** True once `waiting` has lasted: a placeholder that flashes disturbs more than a short nothing. */
export function useDelayed(waiting: boolean, ms = 150): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setPassed(true), ms);
    return () => {
      clearTimeout(timer);
      setPassed(false);
    };
  }, [waiting, ms]);
  return waiting && passed;
}
