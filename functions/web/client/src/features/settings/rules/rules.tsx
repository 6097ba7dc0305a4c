import { ActionIcon, Button, Switch, TagsInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState, RowSkeletons, useToasts } from "@/shared/ui";
import { Section } from "../section";
import settings from "../settings.module.css";
import { movedBy, NEW_RULE, withRule } from "./rule-draft";
import { RuleForm } from "./rule-form";
import classes from "./rules.module.css";
import { useRuleText } from "./use-rule-text";
import { type Rule, type Rules as All, useRules } from "./use-rules";

/** The rules for letters that come, in their order, and those whose letters are never recorded. */
export default function Rules() {
  const { t } = useTranslation("rules");
  const toasts = useToasts();
  const { query, save, change } = useRules();
  const [edited, setEdited] = useState<Rule | null>(null);
  if (!query.data)
    return query.error ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <RowSkeletons />
    );
  const { rules, never } = query.data;
  const remove = (rule: Rule) =>
    change({ rules: rules.filter(({ id }) => id !== rule.id) }, () =>
      toasts.done(t("removed"), () => change({ rules })),
    );
  return (
    <>
      <Section
        title={t("rules")}
        text={t("rulesText")}
        action={
          <Button variant="default" onClick={() => setEdited(NEW_RULE)}>
            {t("newRule")}
          </Button>
        }
      >
        {rules.length === 0 && <p className={settings.text}>{t("noRules")}</p>}
        <ol className={classes.rules}>
          {rules.map((rule, index) => (
            <Line
              key={rule.id}
              rule={rule}
              first={index === 0}
              last={index === rules.length - 1}
              busy={save.isPending}
              onMove={(step) => change({ rules: movedBy(rules, rule.id, step) })}
              onSwitch={(active) => change({ rules: withRule(rules, { ...rule, active }) })}
              onEdit={() => setEdited(rule)}
              onRemove={() => remove(rule)}
            />
          ))}
        </ol>
      </Section>
      <Never
        key={never.join()}
        never={never}
        busy={save.isPending}
        onSave={(changed) => change({ never: changed }, () => toasts.done(t("saved")))}
      />
      {edited && (
        <RuleForm
          rule={edited}
          saving={save}
          onSave={(rule) =>
            change({ rules: withRule(rules, rule) }, () => {
              toasts.done(t("saved"));
              setEdited(null);
            })
          }
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

interface LineProps {
  rule: Rule;
  first: boolean;
  last: boolean;
  busy: boolean;
  onMove: (step: 1 | -1) => void;
  onSwitch: (active: boolean) => void;
  onEdit: () => void;
  onRemove: () => void;
}

function Line({ rule, first, last, busy, ...does }: LineProps) {
  const { t } = useTranslation("rules");
  const text = useRuleText()(rule);
  const { name } = rule;
  return (
    <li className={classes.rule} data-off={!rule.active || undefined}>
      <Switch
        aria-label={t("on", { name })}
        checked={rule.active}
        disabled={busy}
        onChange={(event) => does.onSwitch(event.currentTarget.checked)}
      />
      <div className={classes.words}>
        <p className={settings.name}>{name}</p>
        <p className={settings.text}>
          {text.when} → {text.then}
        </p>
      </div>
      <div className={classes.acts}>
        <Act label={t("up", { name })} disabled={first || busy} onClick={() => does.onMove(-1)}>
          <IconArrowUp size={16} />
        </Act>
        <Act label={t("down", { name })} disabled={last || busy} onClick={() => does.onMove(1)}>
          <IconArrowDown size={16} />
        </Act>
        <Act label={t("changeRule", { name })} onClick={does.onEdit}>
          <IconPencil size={16} />
        </Act>
        <Act label={t("removeRule", { name })} disabled={busy} onClick={does.onRemove}>
          <IconTrash size={16} />
        </Act>
      </div>
    </li>
  );
}

interface ActProps {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: React.ReactNode;
}

export function Act({ label, disabled, onClick, children }: ActProps) {
  return (
    <ActionIcon
      className={classes.act}
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}

interface NeverProps extends Pick<All, "never"> {
  busy: boolean;
  onSave: (never: string[]) => void;
}

function Never({ never, busy, onSave }: NeverProps) {
  const { t } = useTranslation(["rules", "common"]);
  const [written, setWritten] = useState(never);
  const same = written.join() === never.join();
  return (
    <Section title={t("never")} text={t("neverText")}>
      <TagsInput
        label={t("neverLabel")}
        description={t("sendersHelp")}
        value={written}
        onChange={setWritten}
        acceptValueOnBlur
        splitChars={[",", ";", " "]}
      />
      {!same && (
        <Button mt="sm" loading={busy} onClick={() => onSave(written)}>
          {t("common:save")}
        </Button>
      )}
    </Section>
  );
}
