import { Kbd, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./help-dialog.module.css";

const SHORTCUTS = [
  [["Ctrl", "K"], "shortcutSearch"],
  [["C"], "shortcutCreate"],
  [["J"], "shortcutNext"],
  [["K"], "shortcutPrevious"],
  [["Enter"], "shortcutOpen"],
  [["X"], "shortcutSelect"],
  [["Esc"], "shortcutClose"],
  [["?"], "shortcutHelp"],
] as const;

export function HelpDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("shortcutsTitle")}
      size="sm"
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <dl className={classes.list}>
        {SHORTCUTS.map(([keys, meaning]) => (
          <div key={meaning} className={classes.line}>
            <dt>{t(meaning)}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
