import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type CardKind, usePipelines } from "../../api";
import { useFilterFields } from "../filters/filter-fields";
import type { ListSearch } from "./state";
import classes from "./views.module.css";

interface ViewGoneProps {
  kind: CardKind;
  search: ListSearch;
  /** Whether the view that the address names is one of the reader's. */
  known: boolean;
  onChange: (search: ListSearch) => void;
}

/** What a kept view asks for and what is no more: a sentence instead of an empty list without a reason. */
export function ViewGone({ kind, search, known, onChange }: ViewGoneProps) {
  const { t } = useTranslation("views");
  const pipelines = usePipelines();
  const fields = useFilterFields(kind, search.pipeline);
  if (!search.saved) return null;
  if (!known)
    return (
      <p className={classes.gone} role="status">
        {t("unknown")}
      </p>
    );
  const line = search.pipeline;
  if (kind === "deal" && line && pipelines && !pipelines.some(({ id }) => id === line))
    return (
      <p className={classes.gone} role="status">
        {t("gonePipeline")}
      </p>
    );
  const ownFields = fields.some(({ own }) => own);
  const gone = (search.filter ?? []).filter(
    ({ by }) => by.startsWith("own.") && ownFields && !fields.some((field) => field.by === by),
  );
  if (gone.length === 0) return null;
  const left = search.filter?.filter((each) => !gone.includes(each));
  return (
    <p className={classes.gone} role="status">
      {t("goneFields", { count: gone.length })}{" "}
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => onChange({ ...search, filter: left?.length ? left : undefined })}
      >
        {t("dropGone")}
      </Button>
    </p>
  );
}
