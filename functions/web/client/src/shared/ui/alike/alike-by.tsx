import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";

export type Alike = Schemas["AlikeView"];

/** By what a card seems to be the same as another, in words. */
export function AlikeBy({ alike }: { alike: Alike }) {
  const { t } = useTranslation();
  return <>{alike.by.map(({ trait, value }) => t(`alike_${trait}`, { value })).join(", ")}</>;
}
