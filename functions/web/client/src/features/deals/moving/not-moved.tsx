import { Button, Group, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Deal } from "@/shared/api";
import { CardLink, type Failure, useProblemText } from "@/shared/ui";
import classes from "./not-moved.module.css";

interface NotMovedProps {
  failures: readonly Failure<Deal>[];
  onClose: () => void;
}

/** Which of several deals stayed where they were, and why each did. */
export function NotMoved({ failures, onClose }: NotMovedProps) {
  const { t } = useTranslation(["lists", "common"]);
  const text = useProblemText();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("notMoved", { count: failures.length })}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <ul className={classes.deals}>
        {failures.map(({ row, error }) => (
          <li key={row.id}>
            <CardLink card={{ kind: "deal", id: row.id }} title={row.title} />
            <p className={classes.why}>{text(error)}</p>
          </li>
        ))}
      </ul>
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose}>{t("common:close")}</Button>
      </Group>
    </Modal>
  );
}
