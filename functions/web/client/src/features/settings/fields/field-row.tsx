import { ActionIcon, Tooltip } from "@mantine/core";
import { IconEye, IconEyeOff, IconGripVertical, IconPencil } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { type OwnField, usePipelines } from "@/shared/api";
import classes from "./fields.module.css";

interface FieldRowProps {
  field: OwnField;
  owner: boolean;
  onEdit: () => void;
  onHide: () => void;
  dragged: boolean;
  onTake: () => void;
  onStep: (by: -1 | 1) => void;
}

export function FieldRow({ field, owner, ...props }: FieldRowProps) {
  const { t } = useTranslation("settings");
  const name = { field: field.name };
  const hiding = t(field.hidden ? "showField" : "hideField", name);
  return (
    <li className={classes.row} data-hidden={field.hidden || undefined} data-field>
      {owner && <Handle label={t("moveField", name)} {...props} />}
      <div className={classes.what}>
        <span className={classes.name}>{field.name}</span>
        <Marks field={field} />
      </div>
      {owner && (
        <>
          <Tooltip label={hiding}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={hiding}
              onClick={props.onHide}
            >
              {field.hidden ? <IconEyeOff size={16} /> : <IconEye size={16} />}
            </ActionIcon>
          </Tooltip>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={t("changeField", name)}
            onClick={props.onEdit}
          >
            <IconPencil size={16} />
          </ActionIcon>
        </>
      )}
    </li>
  );
}

/** The type of a field, and what is special about it. */
function Marks({ field }: { field: OwnField }) {
  const { t } = useTranslation(["settings", "own"]);
  const pipelines = usePipelines() ?? [];
  const names = pipelines.filter(({ id }) => field.pipeline_ids.includes(id));
  const marks = [
    t(`own:type_${field.type}`),
    field.required && t("isRequired"),
    field.personal && t("isPersonal"),
    field.hidden && t("isHidden"),
    names.length > 0 && t("onlyIn", { names: names.map(({ name }) => name).join(", ") }),
  ];
  return <span className={classes.marks}>{marks.filter(Boolean).join(" · ")}</span>;
}

interface HandleProps {
  label: string;
  dragged: boolean;
  onTake: () => void;
  onStep: (by: -1 | 1) => void;
}

/** What a row is moved by: the pointer, or the arrows. */
export function Handle({ label, dragged, onTake, onStep }: HandleProps) {
  const step = (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (by === null) return;
    event.preventDefault();
    onStep(by);
  };
  return (
    <button
      type="button"
      className={classes.handle}
      aria-label={label}
      data-dragged={dragged || undefined}
      onPointerDown={(event) => event.button === 0 && onTake()}
      onKeyDown={step}
    >
      <IconGripVertical size={16} aria-hidden />
    </button>
  );
}
