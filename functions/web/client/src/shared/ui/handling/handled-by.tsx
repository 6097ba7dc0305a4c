import { IconListCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFolders } from "../../api/folders";
import type { Schemas } from "../../api/client";
import classes from "../letter.module.css";

type Handled = Pick<Schemas["CommunicationItem"], "handling" | "folder_id">;

/** Which of the company's rules touched a letter, and what they did: nothing happens by magic. */
export function HandledBy({ letter }: { letter: Handled }) {
  return letter.handling ? <Told handling={letter.handling} folderId={letter.folder_id} /> : null;
}

interface ToldProps {
  handling: Schemas["HandlingView"];
  folderId: string | null;
}

function Told({ handling, folderId }: ToldProps) {
  const { t } = useTranslation("rules");
  const folder = useFolders().data?.items.find(({ id }) => id === folderId);
  const { rules, assignee, quiet } = handling;
  const did = [
    folder && t("inFolder", { name: folder.name }),
    assignee && t("given", { name: assignee.name }),
    quiet && t("wasQuiet"),
  ].filter(Boolean);
  const list = rules.map(({ name }) => `«${name}»`).join(", ");
  return (
    <p className={classes.blocked}>
      <IconListCheck size={16} aria-hidden />
      <span>{[t("ruleDid", { count: rules.length, list }), ...did].join(" · ")}</span>
    </p>
  );
}
