import { ActionIcon, Button, Menu, Popover, Tooltip } from "@mantine/core";
import { IconFilter, IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CardKind } from "../../api";
import { commandKey, isTyping } from "../../lib";
import { asks, type FilterCondition } from "./conditions";
import { FilterEditor } from "./filter-editor";
import { type FilterField, useConditionText, useFilterFields } from "./filter-fields";
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
  const [choosing, setChoosing] = useState(false);
  /** The condition that is being made: it stands in the address once it asks for something. */
  const [fresh, setFresh] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  useKeyF(() => setChoosing(true));
  const put = (condition: FilterCondition) => {
    const others = conditions.filter(({ by }) => by !== condition.by);
    const known = others.length < conditions.length;
    const next = known
      ? conditions.map((each) => (each.by === condition.by ? condition : each))
      : [...conditions, condition];
    const left = next.filter(asks);
    if (!asks(condition)) setFresh(condition.by);
    onChange(left.length > 0 ? left : undefined);
  };
  const remove = (by: string) => {
    setFresh(null);
    const left = conditions.filter((each) => each.by !== by);
    onChange(left.length > 0 ? left : undefined);
  };
  const shown = [...conditions];
  if (fresh && !conditions.some(({ by }) => by === fresh)) shown.push({ by: fresh });
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
              onOpen={(opened) => {
                setOpen(opened ? condition.by : null);
                if (!opened) setFresh(null);
              }}
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
            <Menu.Item
              key={by}
              onClick={() => {
                setFresh(by);
                setOpen(by);
              }}
            >
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

function useKeyF(act: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (commandKey(event) !== "f" || event.shiftKey || isTyping(event)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
}
