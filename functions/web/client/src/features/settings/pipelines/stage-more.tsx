import {
  Button,
  ColorSwatch,
  Menu,
  MultiSelect,
  NumberInput,
  Select,
  UnstyledButton,
} from "@mantine/core";
import { useTranslation } from "react-i18next";
import { $api } from "@/shared/api";
import classes from "../settings.module.css";
import { COLOURS, type Colour, type StageDraft } from "./stage-drafts";

const PLAIN = ["amount", "company_id", "contact_ids", "description"] as const;

/** The colour as the theme has it. */
export function shadeOf(colour: Colour): string {
  return `var(--stage-${colour})`;
}

interface StageMoreProps {
  stage: StageDraft;
  onChange: (part: Partial<StageDraft>) => void;
}

/** A stage's colour, and what it requires. */
export function StageMore({ stage, onChange }: StageMoreProps) {
  const { t } = useTranslation("settings");
  const own = $api.useQuery("get", "/api/crm/fields", { params: { query: { kind: "deal" } } });
  const known = new Set(stage.required);
  const fields = (own.data?.items ?? [])
    .map((field) => ({ value: `own.${field.id}`, label: field.name, hidden: field.hidden }))
    .filter(({ value, hidden }) => !hidden || known.has(value));
  const label = t("colour", { stage: stage.name, colour: t(`colour_${stage.colour}`) });
  return (
    <div className={classes.stageMore}>
      <Menu position="bottom-start">
        <Menu.Target>
          <UnstyledButton className={classes.swatch} aria-label={label} title={label}>
            <ColorSwatch size={18} withShadow={false} color={shadeOf(stage.colour)} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {COLOURS.map((colour) => (
            <Menu.Item
              key={colour}
              leftSection={<ColorSwatch size={14} withShadow={false} color={shadeOf(colour)} />}
              onClick={() => onChange({ colour })}
            >
              {t(`colour_${colour}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <MultiSelect
        className={classes.requires}
        size="xs"
        aria-label={t("requiredOf", { stage: stage.name })}
        placeholder={stage.required.length === 0 ? t("required") : undefined}
        data={[
          ...PLAIN.map((name) => ({ value: name, label: t(`field_${name}`) })),
          ...fields.map(({ value, label: name }) => ({ value, label: name })),
        ]}
        value={[...stage.required]}
        onChange={(required) => onChange({ required })}
      />
      {stage.kind === "open" && (
        <NumberInput
          className={classes.stageDays}
          size="xs"
          aria-label={t("mostDaysOf", { stage: stage.name })}
          title={t("mostDaysHelp")}
          placeholder={t("mostDays")}
          suffix={t("mostDaysSuffix")}
          min={1}
          max={1000}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          value={stage.most_days ?? ""}
          onChange={(value) => onChange({ most_days: Number(value) || null })}
        />
      )}
    </div>
  );
}

interface GoneStageProps {
  stage: StageDraft;
  stages: readonly StageDraft[];
  onInto: (into: string | undefined) => void;
}

/** A stage that goes when the pipeline is saved, and where its deals are put. */
export function GoneStage({ stage, stages, onInto }: GoneStageProps) {
  const { t } = useTranslation("settings");
  const others = stages.filter(({ id, into }) => id !== null && into === undefined);
  return (
    <li className={classes.gone}>
      <Select
        size="xs"
        label={t("stageGone", { stage: stage.name })}
        allowDeselect={false}
        data={others.map(({ id, name }) => ({ value: id ?? "", label: name }))}
        value={stage.into ?? null}
        onChange={(into) => onInto(into ?? undefined)}
      />
      <Button size="xs" variant="subtle" onClick={() => onInto(undefined)}>
        {t("stageKept")}
      </Button>
    </li>
  );
}
