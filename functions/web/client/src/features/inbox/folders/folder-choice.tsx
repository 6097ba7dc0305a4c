import { Select } from "@mantine/core";
import { IconFolder } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFolders } from "@/shared/api";
import classes from "./folders.module.css";

/** More are not counted. */
const MOST = 100;

/** The folders with how many letters wait in each; on a phone they are a list to choose from. */
export function FolderChoice({ folder }: { folder: string | undefined }) {
  const { t } = useTranslation("rules");
  const navigate = useNavigate();
  const folders = useFolders().data?.items ?? [];
  if (folders.length === 0) return null;
  const counted = (waiting: number) =>
    waiting >= MOST ? t("waitingMany", { count: MOST - 1 }) : String(waiting);
  return (
    <>
      <nav className={classes.folders} aria-label={t("folderList")}>
        {folders.map(({ id, name, waiting }) => (
          <Link
            key={id}
            to="/inbox"
            search={{ folder: id === folder ? undefined : id }}
            className={classes.folder}
            aria-current={id === folder ? "true" : undefined}
          >
            <IconFolder size={16} aria-hidden />
            <span className={classes.name}>{name}</span>
            {waiting > 0 && <span className={classes.count}>{counted(waiting)}</span>}
          </Link>
        ))}
      </nav>
      <Select
        className={classes.select}
        aria-label={t("folderList")}
        placeholder={t("folderList")}
        clearable
        data={folders.map(({ id, name, waiting }) => ({
          value: id,
          label: waiting > 0 ? `${name} (${counted(waiting)})` : name,
        }))}
        value={folder ?? null}
        onChange={(id) => void navigate({ to: "/inbox", search: { folder: id ?? undefined } })}
      />
    </>
  );
}
