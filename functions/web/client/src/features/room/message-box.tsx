import { Button, Kbd, Textarea } from "@mantine/core";
import { IconSend2 } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { usePerson } from "@/shared/api";
import { isSend, useDraft } from "@/shared/lib";
import classes from "./conversation.module.css";

const MOST = 10_000;
const NEAR = 9_000;

interface MessageBoxProps {
  dealId: string;
  onWrite: (text: string) => void;
}

/** Where the client writes; what is half-written stays on the device. */
export function MessageBox({ dealId, onWrite }: MessageBoxProps) {
  const { t } = useTranslation("room");
  const person = usePerson();
  const [draft, change, forget] = useDraft(`room.${person.id}.${dealId}`, { text: "" });
  const long = draft.text.length > MOST;
  const empty = draft.text.trim() === "";
  const send = () => {
    if (empty || long) return;
    onWrite(draft.text.trim());
    forget();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSend(event)) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className={classes.box}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        aria-label={t("message")}
        placeholder={t("placeholder")}
        autosize
        minRows={2}
        maxRows={10}
        value={draft.text}
        error={long ? t("tooLong", { count: draft.text.length - MOST }) : undefined}
        onChange={(event) => change({ text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <div className={classes.foot}>
        <span className={classes.hint} aria-hidden={draft.text.length <= NEAR}>
          {draft.text.length > NEAR ? (
            t("length", { count: draft.text.length, most: MOST })
          ) : (
            <span className={classes.keys}>
              <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">Enter</Kbd>
            </span>
          )}
        </span>
        <Button
          type="submit"
          className={classes.send}
          disabled={empty || long}
          rightSection={<IconSend2 size={16} aria-hidden />}
        >
          {t("send")}
        </Button>
      </div>
    </form>
  );
}
