import { useTranslation } from "react-i18next";
import { useFolders } from "@/shared/api";
import type { Rule } from "./use-rules";

/** A rule in two lines: for which letters, and what is done with them. */
export function useRuleText(): (rule: Rule) => { when: string; then: string } {
  const { t } = useTranslation("rules");
  const folders = useFolders().data?.items ?? [];
  return (rule) => {
    const { senders, recipients, subject, with_files: files, automatic } = rule.conditions;
    const folder = folders.find(({ id }) => id === rule.folder_id);
    const when = [
      senders.length > 0 && t("said_from", { list: senders.join(", ") }),
      recipients.length > 0 && t("said_to", { list: recipients.join(", ") }),
      subject.length > 0 && t("said_subject", { list: subject.join("», «") }),
      files && t("said_files"),
      automatic && t("said_automatic"),
    ];
    const then = [
      rule.skips && t("said_skip"),
      folder && t("said_folder", { name: folder.name }),
      rule.assignee && t("said_assignee", { name: rule.assignee.name }),
      rule.card && t("said_card", { name: rule.card_title }),
      rule.quiet && t("said_quiet"),
    ];
    return { when: when.filter(Boolean).join(" · "), then: then.filter(Boolean).join(" · ") };
  };
}
