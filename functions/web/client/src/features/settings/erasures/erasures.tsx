import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, usePerson } from "@/shared/api";
import { ErrorState, RowSkeletons, When } from "@/shared/ui";
import { ErasureState } from "@/shared/ui/erasing/erasure-state";
import classes from "@/shared/ui/erasing/erasing.module.css";
import { Section } from "../section";

/** Whose data were erased, for owners alone. */
export default function Erasures() {
  const { t } = useTranslation("erasing");
  const owner = usePerson().roles.includes("owner");
  return (
    <Section title={t("erasures")} text={t("erasuresText")}>
      {owner ? <List /> : <p>{t("eraseOwner")}</p>}
    </Section>
  );
}

function List() {
  const { t } = useTranslation("erasing");
  const [openId, setOpenId] = useState<string | null>(null);
  const query = $api.useQuery("get", "/api/crm/erasures", { params: { query: { limit: 100 } } });
  if (query.isPending) return <RowSkeletons />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.items.length === 0) return <p>{t("none")}</p>;
  return (
    <ul className={classes.list}>
      {query.data.items.map((item) => (
        <li key={item.id}>
          <div className={classes.line}>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={item.id === openId}
              onClick={() => setOpenId(item.id === openId ? null : item.id)}
            >
              {t(item.done_at ? "stateDone" : "stateOn")}
            </Button>
            <span>{t(`ground_${item.ground}`)}</span>
            <span>{item.actor.name}</span>
            <When at={item.at} as="day" />
          </div>
          {item.id === openId && <ErasureState id={item.id} />}
        </li>
      ))}
    </ul>
  );
}
