import { Button, Checkbox, Group, Modal, Select, Stack, TagsInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, toProblem } from "@/shared/api";
import { useProblemText, When } from "@/shared/ui";
import settings from "../settings.module.css";
import { isWhole, looks, toMailbox } from "./rule-draft";
import { RuleActions } from "./rule-actions";
import classes from "./rules.module.css";
import { bodyOfRule, type Rule } from "./use-rules";

interface RuleFormProps {
  rule: Rule;
  saving: { isPending: boolean; error: unknown };
  onSave: (rule: Rule) => void;
  onClose: () => void;
}

/** A rule: for which letters it is, what it does, and which of the latest letters it would have touched. */
export function RuleForm({ rule, saving, onSave, onClose }: RuleFormProps) {
  const { t } = useTranslation(["rules", "common"]);
  const text = useProblemText();
  const [draft, setDraft] = useState(rule);
  const change = (part: Partial<Rule>) => setDraft({ ...draft, ...part });
  const boxes = $api.useQuery("get", "/api/communications/mailboxes").data?.items ?? [];
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={rule.id ? t("changeRule", { name: rule.name }) : t("newRule")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave(draft);
        }}
      >
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={t("name")}
            description={t("nameHelp")}
            maxLength={200}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Select
            label={t("mailbox")}
            placeholder={t("anyMailbox")}
            clearable
            data={boxes.map(({ id, address }) => ({ value: id, label: address }))}
            value={draft.mailbox_id}
            onChange={(id) => setDraft(toMailbox(draft, id))}
          />
          <Conditions rule={draft} change={change} />
          <RuleActions rule={draft} onChange={setDraft} />
          <Trial rule={draft} />
          {saving.error !== null && (
            <p role="alert" className={settings.problem}>
              {text(toProblem(saving.error))}
            </p>
          )}
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={saving.isPending} disabled={!isWhole(draft)}>
            {t("common:save")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

interface ConditionsProps {
  rule: Rule;
  change: (part: Partial<Rule>) => void;
}

function Conditions({ rule, change }: ConditionsProps) {
  const { t } = useTranslation("rules");
  const { conditions } = rule;
  const set = (part: Partial<Rule["conditions"]>) =>
    change({ conditions: { ...conditions, ...part } });
  return (
    <>
      <div>
        <h3 className={classes.label}>{t("when")}</h3>
        <p className={classes.help}>{t("whenHelp")}</p>
      </div>
      <TagsInput
        label={t("senders")}
        description={t("sendersHelp")}
        acceptValueOnBlur
        splitChars={[",", ";", " "]}
        value={conditions.senders}
        onChange={(senders) => set({ senders })}
      />
      <TagsInput
        label={t("recipients")}
        acceptValueOnBlur
        splitChars={[",", ";", " "]}
        value={conditions.recipients}
        onChange={(recipients) => set({ recipients })}
      />
      <TagsInput
        label={t("subject")}
        acceptValueOnBlur
        splitChars={[";"]}
        value={conditions.subject}
        onChange={(subject) => set({ subject })}
      />
      <Checkbox
        label={t("withFiles")}
        checked={conditions.with_files}
        onChange={(event) => set({ with_files: event.currentTarget.checked })}
      />
      <Checkbox
        label={t("automatic")}
        checked={conditions.automatic}
        onChange={(event) => set({ automatic: event.currentTarget.checked })}
      />
    </>
  );
}

/** The rule tried on what came last; nothing happens to those letters. */
function Trial({ rule }: { rule: Rule }) {
  const { t } = useTranslation("rules");
  const text = useProblemText();
  const body = { ...bodyOfRule(rule), name: rule.name.trim() || "…" };
  const trial = useMutation({
    mutationFn: () => bodyOf(api.POST("/api/communications/rules/tried", { body })),
  });
  const found = trial.data;
  return (
    <div>
      <Button
        variant="default"
        loading={trial.isPending}
        disabled={!looks(rule)}
        onClick={() => trial.mutate()}
      >
        {t("tryIt")}
      </Button>
      {trial.error && (
        <p role="alert" className={settings.problem}>
          {text(toProblem(trial.error))}
        </p>
      )}
      {found && (
        <div className={classes.tried} role="status" style={{ marginTop: 8 }}>
          <p>
            {found.looked_at === 0
              ? t("triedNone")
              : t("tried", { count: found.letters.length, of: found.looked_at })}
          </p>
          <ul>
            {found.letters.map((letter) => (
              <li key={letter.id}>
                {letter.from.name || letter.from.address} — {letter.subject || letter.snippet}{" "}
                <When at={letter.at} as="day" />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
