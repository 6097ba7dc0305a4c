import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconPlus, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { asks, type FilterCondition } from "../filters/conditions";
import { FilterEditor } from "../filters/filter-editor";
import { type FilterField, useConditionText, useFilterFields } from "../filters/filter-fields";
import { useConditionList } from "../filters/use-condition-list";
import type { ListToolsProps } from "./list-tools";
import classes from "./tools.module.css";

/** The conditions of a list one under another; one at a time is opened where it stands. */
export function ConditionList({ kind, pipelineId, conditions, onFilter }: ListToolsProps) {
  const { t } = useTranslation("filters");
  const fields = useFilterFields(kind, pipelineId);
  const { shown, put, remove, open, setOpen, add } = useConditionList(conditions, onFilter);
  const left = fields.filter(({ by }) => !shown.some((condition) => condition.by === by));
  return (
    <>
      {shown.map((condition) => {
        const field = fields.find(({ by }) => by === condition.by);
        return (
          field && (
            <Line
              key={field.by}
              field={field}
              condition={condition}
              opened={open === field.by}
              onOpen={(opened) => setOpen(opened ? field.by : null)}
              onChange={put}
              onRemove={() => remove(field.by)}
            />
          )
        );
      })}
      <Menu position="bottom-start" width="target">
        <Menu.Target>
          <Button fullWidth variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
            {t("addCondition")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
          {left.map(({ by, label }) => (
            <Menu.Item key={by} onClick={() => add(by)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

interface LineProps {
  field: FilterField;
  condition: FilterCondition;
  opened: boolean;
  onOpen: (opened: boolean) => void;
  onChange: (condition: FilterCondition) => void;
  onRemove: () => void;
}

function Line({ field, condition, opened, onOpen, onChange, onRemove }: LineProps) {
  const { t } = useTranslation("filters");
  const textOf = useConditionText([condition]);
  return (
    <div className={classes.condition} data-open={opened || undefined}>
      <div className={classes.conditionHead}>
        <button
          type="button"
          className={classes.conditionFace}
          aria-expanded={opened}
          onClick={() => onOpen(!opened)}
        >
          <span className={classes.conditionText}>
            <span className={classes.by}>{field.label}: </span>
            {asks(condition) ? textOf(field, condition) : "…"}
          </span>
          <IconChevronDown size={16} aria-hidden />
        </button>
        <button
          type="button"
          className={classes.remove}
          aria-label={t("remove", { name: field.label })}
          onClick={onRemove}
        >
          <IconX size={16} aria-hidden />
        </button>
      </div>
      {opened && (
        <div className={classes.editor}>
          <FilterEditor
            field={field}
            condition={condition}
            onChange={onChange}
            onDone={() => onOpen(false)}
          />
        </div>
      )}
    </div>
  );
}
