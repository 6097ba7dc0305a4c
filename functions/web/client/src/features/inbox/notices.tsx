import { Button } from "@mantine/core";
import {
  IconAlertTriangle,
  IconDownload,
  IconInfoCircle,
  IconRefresh,
  IconShieldX,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useToasts } from "@/shared/ui";
import classes from "./inbox.module.css";
import type { ListedLetter, WholeLetter } from "./letters";
import { useTryAgain } from "./queries";

interface NoticesProps {
  letter: ListedLetter | WholeLetter;
  onSave: () => void;
}

/** What is wrong with a letter or to be known of it, in plain words, and what can be done. */
export function Notices({ letter, onSave }: NoticesProps) {
  const { t } = useTranslation("inbox");
  const again = useTryAgain(letter.id);
  const toasts = useToasts();
  const retry = (what: "parse" | "send") => again.mutate(what, { onError: toasts.failed });
  const verdicts = "verdicts" in letter ? letter.verdicts : null;
  return (
    <>
      {letter.problem && (
        <Notice icon={<IconAlertTriangle size={18} />} text={t(problemWord(letter.problem))} grave>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={16} />}
            loading={again.isPending}
            onClick={() => retry("parse")}
          >
            {t("readAgain")}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={16} />}
            onClick={onSave}
          >
            {t("saveRaw")}
          </Button>
        </Notice>
      )}
      {letter.status === "failed" && (
        <Notice icon={<IconAlertTriangle size={18} />} text={t("notSent")} grave>
          <Button
            size="xs"
            variant="default"
            loading={again.isPending}
            onClick={() => retry("send")}
          >
            {t("sendAgain")}
          </Button>
        </Notice>
      )}
      {verdicts?.virus === "fail" && (
        <Notice icon={<IconShieldX size={18} />} text={t("infected")} grave />
      )}
      {verdicts?.spam === "fail" && (
        <Notice icon={<IconShieldX size={18} />} text={t("spam")} grave />
      )}
      {"token_problem" in letter && letter.token_problem && (
        <Notice icon={<IconInfoCircle size={18} />} text={t("badReplyAddress")} />
      )}
      {letter.bounce ? (
        <Notice icon={<IconInfoCircle size={18} />} text={t("bounce")} />
      ) : (
        letter.automatic && <Notice icon={<IconInfoCircle size={18} />} text={t("automatic")} />
      )}
    </>
  );
}

/** The portal says in English what it could not read; these are all its sentences. */
function problemWord(problem: string) {
  if (problem.includes("empty")) return "problemEmpty";
  if (problem.includes("too large")) return "problemLarge";
  if (problem.includes("parts within parts")) return "problemNested";
  return "problemOther";
}

interface NoticeProps {
  icon: ReactNode;
  text: string;
  grave?: boolean;
  children?: ReactNode;
}

function Notice({ icon, text, grave = false, children }: NoticeProps) {
  return (
    <div className={classes.notice} data-grave={grave || undefined}>
      <span aria-hidden>{icon}</span>
      <div className={classes.noticeText}>
        <p>{text}</p>
        {children && <div className={classes.noticeActions}>{children}</div>}
      </div>
    </div>
  );
}
