import { ActionIcon, Button, TextInput, Tooltip } from "@mantine/core";
import { IconEye, IconEyeOff, IconPlus, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { OptionDraft } from "./field-draft";
import { Handle } from "./field-row";
import classes from "./fields.module.css";
import { useDragging } from "./use-dragging";

interface OptionRowsProps {
  options: readonly OptionDraft[];
  problem: string | null;
  onChange: (options: OptionDraft[]) => void;
}

const MOST = 50;

/** The options of a list: renamed, moved, retired, added. One that cards may have is retired rather than removed. */
export function OptionRows({ options, problem, onChange }: OptionRowsProps) {
  const { t } = useTranslation("settings");
  const change = (key: string, part: Partial<OptionDraft>) =>
    onChange(options.map((option) => (option.key === key ? { ...option, ...part } : option)));
  const add = () =>
    onChange([...options, { key: crypto.randomUUID(), id: null, name: "", retired: false }]);
  const move = (from: number, to: number) => {
    const one = options[from];
    if (!one || to < 0 || to >= options.length) return;
    const rest = options.filter((_, index) => index !== from);
    onChange([...rest.slice(0, to), one, ...rest.slice(to)]);
  };
  const keys = options.map(({ key }) => key);
  const { list, taken, take } = useDragging<HTMLUListElement>(keys, move, () => undefined);
  return (
    <div>
      <p className={classes.label}>{t("fieldOptions")}</p>
      <ul className={classes.options} ref={list}>
        {options.map((option, index) => (
          <OptionRow
            key={option.key}
            option={option}
            onChange={(part) => change(option.key, part)}
            dragged={taken === option.key}
            onTake={() => take(option.key)}
            onStep={(by) => move(index, index + by)}
            onNext={add}
            onRemove={() => onChange(options.filter(({ key }) => key !== option.key))}
          />
        ))}
      </ul>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        disabled={options.length >= MOST}
        onClick={add}
      >
        {t("addOption")}
      </Button>
      {problem !== null && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}

interface OptionRowProps {
  option: OptionDraft;
  onChange: (part: Partial<OptionDraft>) => void;
  dragged: boolean;
  onTake: () => void;
  onStep: (by: -1 | 1) => void;
  onNext: () => void;
  onRemove: () => void;
}

function OptionRow({ option, onChange, onNext, onRemove, ...handle }: OptionRowProps) {
  const { t } = useTranslation("settings");
  const name = { option: option.name || t("option") };
  const retiring = t(option.retired ? "offerOption" : "retireOption", name);
  return (
    <li className={classes.option} data-field>
      <Handle label={t("moveOption", name)} {...handle} />
      <TextInput
        className={classes.optionName}
        size="xs"
        aria-label={t("option")}
        placeholder={t("option")}
        maxLength={60}
        autoFocus={option.id === null && option.name === ""}
        description={option.retired ? t("isRetired") : undefined}
        inputWrapperOrder={["input", "description"]}
        value={option.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          if (option.name.trim() !== "") onNext();
        }}
      />
      {option.id === null ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t("removeOption", name)}
          onClick={onRemove}
        >
          <IconX size={16} />
        </ActionIcon>
      ) : (
        <Tooltip label={retiring}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={retiring}
            aria-pressed={option.retired}
            onClick={() => onChange({ retired: !option.retired })}
          >
            {option.retired ? <IconEyeOff size={16} /> : <IconEye size={16} />}
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}
