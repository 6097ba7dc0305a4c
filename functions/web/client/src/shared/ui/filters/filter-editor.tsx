import {
  Button,
  Checkbox,
  Group,
  NumberInput,
  Radio,
  ScrollArea,
  Stack,
  TextInput,
} from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FilterCondition } from "./conditions";
import { CardChoice } from "../card-choice";
import { type FilterField, kindOf, useConditionText } from "./filter-fields";
import { LATELY } from "./moments";
import classes from "./filters.module.css";

interface FilterEditorProps {
  field: FilterField;
  condition: FilterCondition;
  onChange: (condition: FilterCondition) => void;
  onDone: () => void;
}

/** What a field has to be; each change is in force at once. */
export function FilterEditor({ field, condition, onChange, onDone }: FilterEditorProps) {
  const { t } = useTranslation("filters");
  const change = (part: Partial<FilterCondition>) =>
    onChange({ ...condition, empty: undefined, ...part });
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      <Stack gap={8}>
        {field.sort === "options" && <Options {...{ field, condition, change }} />}
        {field.sort === "choice" && <Choice {...{ field, condition, change }} />}
        {field.sort === "card" && <CardOfChoice {...{ field, condition, change }} />}
        {field.sort === "words" && (
          <TextInput
            data-autofocus
            size="xs"
            maxLength={100}
            label={t("words")}
            value={condition.values?.[0]?.replace(/^~/, "") ?? ""}
            onChange={({ currentTarget: { value } }) =>
              change({ values: value === "" ? undefined : [`~${value}`] })
            }
          />
        )}
        {field.sort === "number" && (
          <Group gap={8} grow wrap="nowrap">
            {(["low", "high"] as const).map((end, index) => (
              <NumberInput
                key={end}
                data-autofocus={index === 0 || undefined}
                size="xs"
                hideControls
                thousandSeparator=" "
                decimalSeparator=","
                allowedDecimalSeparators={[",", "."]}
                decimalScale={2}
                maxLength={18}
                label={t(end)}
                value={condition[end] ?? ""}
                onChange={(value) => change({ [end]: value === "" ? undefined : String(value) })}
              />
            ))}
          </Group>
        )}
        {field.sort === "days" && !field.own && (
          <Group gap={4} role="group" aria-label={t("lately")}>
            {LATELY.map((value) => (
              <Button
                key={value}
                size="compact-xs"
                variant={condition.values?.[0] === value ? "filled" : "default"}
                aria-pressed={condition.values?.[0] === value}
                onClick={() => change({ values: [value], low: undefined, high: undefined })}
              >
                {t(`lately_${value.slice(1) as "today"}`)}
              </Button>
            ))}
          </Group>
        )}
        {field.sort === "days" && (
          <Group gap={8} grow wrap="nowrap">
            {(["low", "high"] as const).map((end, index) => (
              <TextInput
                key={end}
                data-autofocus={index === 0 || undefined}
                type="date"
                size="xs"
                max="9999-12-31"
                label={t(end)}
                value={condition[end] ?? ""}
                onChange={({ currentTarget: { value } }) =>
                  change({ values: undefined, [end]: value || undefined })
                }
              />
            ))}
          </Group>
        )}
        {field.own && (
          <Checkbox
            size="xs"
            label={t("onlyEmpty")}
            checked={condition.empty === true}
            onChange={({ currentTarget: { checked } }) =>
              onChange({ by: field.by, empty: checked || undefined })
            }
          />
        )}
        <Button type="submit" size="xs" variant="light">
          {t("done")}
        </Button>
      </Stack>
    </form>
  );
}

interface PartProps {
  field: FilterField;
  condition: FilterCondition;
  change: (part: Partial<FilterCondition>) => void;
}

function Choice({ field, condition, change }: PartProps) {
  return (
    <Radio.Group
      aria-label={field.label}
      value={condition.values?.[0] ?? null}
      onChange={(value) => change({ values: [value] })}
    >
      <Stack gap={2}>
        {field.options.map(({ value, label }) => (
          <Radio key={value} size="xs" value={value} label={label} className={classes.option} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function CardOfChoice({ field, condition, change }: PartProps) {
  const textOf = useConditionText([condition]);
  const id = condition.values?.[0];
  return (
    <CardChoice
      kind={kindOf(field.by)}
      label={field.label}
      autoFocus
      inPopover
      value={id ? { id, title: textOf(field, condition) } : null}
      onChange={(choice) => change({ values: choice && "id" in choice ? [choice.id] : undefined })}
    />
  );
}

const MANY = 8;

function Options({ field, condition, change }: PartProps) {
  const { t } = useTranslation("filters");
  const [typed, setTyped] = useState("");
  const fits = field.options.filter(({ label }) =>
    label.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase()),
  );
  return (
    <>
      {field.options.length > MANY && (
        <TextInput
          data-autofocus
          size="xs"
          aria-label={t("find")}
          placeholder={t("find")}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <ScrollArea.Autosize mah={260} type="auto">
        <Checkbox.Group
          aria-label={field.label}
          value={condition.values ?? []}
          onChange={(values) => change({ values: values.length > 0 ? values : undefined })}
        >
          <Stack gap={2}>
            {fits.map(({ value, label }) => (
              <Checkbox
                key={value}
                size="xs"
                value={value}
                label={label}
                className={classes.option}
              />
            ))}
            {fits.length === 0 && <span className={classes.none}>{t("nothing")}</span>}
          </Stack>
        </Checkbox.Group>
      </ScrollArea.Autosize>
    </>
  );
}
