import { ActionIcon, Button, Menu, Popover, Tooltip } from "@mantine/core";
import { IconFilter, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CardKind } from "../../api";
import { asks, type FilterCondition } from "./conditions";
import { FilterEditor } from "./filter-editor";
import { type FilterField, useConditionText, useFilterFields } from "./filter-fields";
import { useConditionList } from "./use-condition-list";
import { useKeyF } from "./use-key-f";
import classes from "./filters.module.css";

interface FilterBarProps {
  kind: CardKind;
  pipelineId?: string;
  conditions: readonly FilterCondition[];
  onChange: (conditions: FilterCondition[] | undefined) => void;
}

/** The conditions of a list, a chip each; another comes by the button or the key F. */
export function FilterBar({ kind, pipelineId, conditions, onChange }: FilterBarProps) {
  const { t } = useTranslation("filters");
  const fields = useFilterFields(kind, pipelineId);
  const { shown, put, remove, open, setOpen, add } = useConditionList(conditions, onChange);
  const [choosing, setChoosing] = useState(false);
  useKeyF(() => setChoosing(true));
  return (
    <>
      {shown.map((condition) => {
        const field = fields.find(({ by }) => by === condition.by);
        return (
          field && (
            <Chip
              key={condition.by}
              field={field}
              condition={condition}
              opened={open === condition.by}
              onOpen={(opened) => setOpen(opened ? condition.by : null)}
              onChange={put}
              onRemove={() => remove(condition.by)}
            />
          )
        );
      })}
      <Menu opened={choosing} onChange={setChoosing} position="bottom-start" width={240} trapFocus>
        <Menu.Target>
          <Tooltip label={t("addHint")}>
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              leftSection={<IconFilter size={14} aria-hidden />}
            >
              {t("add")}
            </Button>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
          {fields.map(({ by, label }) => (
            <Menu.Item key={by} onClick={() => add(by)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {conditions.length > 1 && (
        <Button size="xs" variant="subtle" color="gray" onClick={() => onChange(undefined)}>
          {t("clear")}
        </Button>
      )}
    </>
  );
}

interface ChipProps {
  field: FilterField;
  condition: FilterCondition;
  opened: boolean;
  onOpen: (opened: boolean) => void;
  onChange: (condition: FilterCondition) => void;
  onRemove: () => void;
}

function Chip({ field, condition, opened, onOpen, onChange, onRemove }: ChipProps) {
  const { t } = useTranslation("filters");
  const textOf = useConditionText([condition]);
  const text = asks(condition) ? textOf(field, condition) : "…";
  return (
    <Popover opened={opened} onChange={onOpen} position="bottom-start" width={280} trapFocus>
      <Popover.Target>
        <span className={classes.chip}>
          <button
            type="button"
            className={classes.face}
            aria-expanded={opened}
            onClick={() => onOpen(!opened)}
          >
            <span className={classes.by}>{field.label}:</span> {text}
          </button>
          <ActionIcon
            size={24}
            variant="transparent"
            color="gray"
            aria-label={t("remove", { name: field.label })}
            onClick={onRemove}
          >
            <IconX size={12} />
          </ActionIcon>
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <FilterEditor
          field={field}
          condition={condition}
          onChange={onChange}
          onDone={() => onOpen(false)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
