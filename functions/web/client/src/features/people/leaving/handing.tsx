import { Button, Group, Loader } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./leaving.module.css";
import { CARD_KINDS, isHanded, useWork, type WorkKind } from "./work";

interface HandingProps {
  personId: string;
  kinds: readonly WorkKind[];
  onClose: () => void;
}

/** How far the work has changed hands; it goes on when this is closed. */
export function Handing({ personId, kinds, onClose }: HandingProps) {
  const { t } = useTranslation(["people", "common"]);
  const client = useQueryClient();
  const [done, setDone] = useState(false);
  const { amounts } = useWork(personId, !done);
  const handed = isHanded(amounts, kinds);
  if (handed && !done) {
    setDone(true);
    void client.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[1]).includes("crm"),
    });
  }
  return (
    <>
      <p role="status" className={classes.standing}>
        {handed ? <IconCheck size={18} aria-hidden /> : <Loader size="xs" aria-hidden />}
        {t(kinds.length === 0 ? "closedToast" : handed ? "handedOver" : "handingOver")}
      </p>
      <ul className={classes.work}>
        {CARD_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => (
          <li key={kind}>
            <span>{t(`work_${kind}`)}</span>
            <span className={classes.count}>
              {t("leftBehind", { count: amounts[kind]?.count ?? 0 })}
            </span>
          </li>
        ))}
      </ul>
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose}>{t("common:close")}</Button>
      </Group>
    </>
  );
}
