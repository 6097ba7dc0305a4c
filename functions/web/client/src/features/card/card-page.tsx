import type { CardKind } from "@/shared/api";
export function cardPageOf(kind: CardKind) {
  return () => <p>{kind}</p>;
}
