import { ActionIcon, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { groupsOf, type OwnField } from "@/shared/api";
import { FieldRow } from "./field-row";
import classes from "./fields.module.css";
import { groupMoved, groupRenamed } from "./layout";
import { useDragging } from "./use-dragging";

interface FieldGroupsProps {
  fields: readonly OwnField[];
  owner: boolean;
  onEdit: (field: OwnField) => void;
  onHide: (field: OwnField) => void;
  onMove: (from: number, to: number) => void;
  onDrop: () => void;
  onStep: (from: number, by: -1 | 1) => void;
  onGroups: (after: OwnField[]) => void;
}

/** The fields under the names of their groups. */
export function FieldGroups(props: FieldGroupsProps) {
  const { fields } = props;
  const { t } = useTranslation("settings");
  const groups = groupsOf(fields);
  const keys = fields.map(({ id }) => id);
  const { list, taken, take } = useDragging<HTMLDivElement>(keys, props.onMove, props.onDrop);
  return (
    <div ref={list}>
      {groups.map((group, index) => (
        <section key={group.name ?? ""} aria-label={group.name ?? t("ungrouped")}>
          {(group.name !== null || groups.length > 1) && (
            <GroupHead
              name={group.name}
              owner={props.owner}
              first={index === 0}
              last={index === groups.length - 1}
              onMove={(by) => props.onGroups(groupMoved(fields, group.name, by))}
              onRename={(name) => props.onGroups(groupRenamed(fields, group.name, name))}
            />
          )}
          <ul className={classes.rows}>
            {group.fields.map((field) => {
              const at = fields.indexOf(field);
              return (
                <FieldRow
                  key={field.id}
                  field={field}
                  owner={props.owner}
                  onEdit={() => props.onEdit(field)}
                  onHide={() => props.onHide(field)}
                  dragged={taken === field.id}
                  onTake={() => take(field.id)}
                  onStep={(by) => props.onStep(at, by)}
                />
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface GroupHeadProps {
  name: string | null;
  owner: boolean;
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  onRename: (name: string | null) => void;
}

function GroupHead({ name, owner, first, last, onMove, onRename }: GroupHeadProps) {
  const { t } = useTranslation("settings");
  const [typed, setTyped] = useState<string | null>(null);
  const group = name ?? t("ungrouped");
  const rename = () => {
    const wanted = typed?.trim() || null;
    setTyped(null);
    if (wanted !== name) onRename(wanted);
  };
  if (typed !== null)
    return (
      <TextInput
        className={classes.groupName}
        size="xs"
        autoFocus
        maxLength={60}
        aria-label={t("groupName")}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === "Enter") rename();
          if (event.key === "Escape") setTyped(null);
        }}
      />
    );
  return (
    <header className={classes.group}>
      <h3 className={classes.groupTitle} data-unnamed={name === null || undefined}>
        {group}
      </h3>
      {owner && (
        <>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("renameGroup", { group })}
            onClick={() => setTyped(name ?? "")}
          >
            <IconPencil size={14} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={first}
            aria-label={t("groupUp", { group })}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={14} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={last}
            aria-label={t("groupDown", { group })}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={14} />
          </ActionIcon>
        </>
      )}
    </header>
  );
}
