import type { Deal } from "@/shared/api";
import type { Money } from "@/shared/i18n";

/** The sum of each currency in which there is an amount, exact to the kopeck. */
export function sumsOf(deals: readonly Pick<Deal, "amount">[]): Money[] {
  const kopecks = new Map<string, bigint>();
  for (const { amount } of deals) {
    if (!amount) continue;
    const [whole = "0", part = ""] = amount.amount.split(".");
    const value = BigInt(whole) * 100n + BigInt(part.padEnd(2, "0").slice(0, 2));
    kopecks.set(amount.currency, (kopecks.get(amount.currency) ?? 0n) + value);
  }
  return [...kopecks].map(([currency, sum]) => ({
    currency,
    amount: `${sum / 100n}.${String(sum % 100n).padStart(2, "0")}`,
  }));
}

const DAY_MS = 86_400_000;

/** Whole days since an instant. */
export function daysSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / DAY_MS));
}
