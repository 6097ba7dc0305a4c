import { VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePerson } from "@/shared/api";
import type { Entry } from "./queries";
import { useNameOf } from "./use-name-of";

/** Tells those who listen what came while they were here; what they did themselves they know. */
export function News({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation("card");
  const nameOf = useNameOf();
  const me = usePerson();
  const newest = entries[0];
  const [seen, setSeen] = useState({ id: newest?.id, at: newest?.at ?? "", said: "" });
  if (newest && newest.id !== seen.id) {
    const arrived = newest.at > seen.at && newest.actor.id !== me.id && seen.id !== undefined;
    const said = t("news", { name: nameOf(newest.actor), what: newest.summary });
    setSeen({ id: newest.id, at: newest.at, said: arrived ? said : seen.said });
  }
  return <VisuallyHidden role="status">{seen.said}</VisuallyHidden>;
}
