import { useEffect, useState } from "react";

/** How many seconds are left until an instant, counted down. */
export function useSecondsUntil(instant: number): number {
  const [now, setNow] = useState(() => Date.now());
  const over = instant <= now;
  useEffect(() => {
    if (over) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [over]);
  return Math.max(0, Math.ceil((instant - now) / 1_000));
}
