import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "./problem-text";
import classes from "./toasts.module.css";

export const UNDO_MS = 10_000;

interface Toasts {
  /** Says that something is done; with `undo`, ten seconds long that it can be taken back, or mended by `verb`. */
  done: (message: string, undo?: () => unknown, verb?: string) => string;
  /** Says why something is not done. */
  failed: (error: unknown) => void;
  hide: (id: string) => void;
}

export function useToasts(): Toasts {
  const { t } = useTranslation();
  const text = useProblemText();
  return useMemo(() => {
    const failed = (error: unknown) => {
      notifications.show({
        color: "red",
        message: text(error),
        title: t("notSaved"),
        autoClose: UNDO_MS,
        closeButtonProps: { "aria-label": t("close") },
      });
    };
    const done = (message: string, undo?: () => unknown, verb?: string) => {
      const takeBack = async () => {
        notifications.hide(id);
        try {
          await undo?.();
        } catch (error) {
          failed(error);
        }
      };
      const id = notifications.show({
        message: undo ? (
          <Undoable message={message} label={verb ?? t("undo")} onUndo={takeBack} />
        ) : (
          message
        ),
        autoClose: undo ? UNDO_MS : 4_000,
        closeButtonProps: { "aria-label": t("close") },
      });
      return id;
    };
    return { done, failed, hide: notifications.hide };
  }, [t, text]);
}

interface UndoableProps {
  message: string;
  label: string;
  onUndo: () => Promise<void>;
}

function Undoable({ message, label, onUndo }: UndoableProps) {
  return (
    <div className={classes.undoable}>
      <span>{message}</span>
      <Button className={classes.undo} size="compact-sm" variant="subtle" onClick={onUndo}>
        {label}
      </Button>
    </div>
  );
}
