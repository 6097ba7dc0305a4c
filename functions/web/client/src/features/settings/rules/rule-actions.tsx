import { Button, Checkbox, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, useColleagues, useFolders } from "@/shared/api";
import { FindCard } from "@/shared/ui";
import { skipping } from "./rule-draft";
import classes from "./rules.module.css";
import type { Rule } from "./use-rules";

interface RuleActionsProps {
  rule: Rule;
  onChange: (rule: Rule) => void;
}

/** What a rule does; what is not recorded has nothing else done to it. */
export function RuleActions({ rule, onChange }: RuleActionsProps) {
  const { t } = useTranslation("rules");
  return (
    <>
      <h3 className={classes.label}>{t("then")}</h3>
      <Checkbox
        label={t("skip")}
        description={t("skipHelp")}
        checked={rule.skips}
        onChange={(event) => onChange(skipping(rule, event.currentTarget.checked))}
      />
      {!rule.skips && <Others rule={rule} onChange={onChange} />}
      <Checkbox
        label={t("stops")}
        description={t("stopsHelp")}
        checked={rule.stops}
        onChange={(event) => onChange({ ...rule, stops: event.currentTarget.checked })}
      />
    </>
  );
}

function Others({ rule, onChange }: RuleActionsProps) {
  const { t } = useTranslation("rules");
  const change = (part: Partial<Rule>) => onChange({ ...rule, ...part });
  const folders = useFolders().data?.items ?? [];
  const departments = $api.useQuery("get", "/api/people/departments").data?.items ?? [];
  const people = useColleagues();
  const assign = (kind: "person" | "department", id: string | null) => {
    const named = (kind === "person" ? people : departments).find((one) => one.id === id);
    change({ assignee: named ? { kind, id: named.id, name: named.name } : null });
  };
  const assigned = (kind: "person" | "department") =>
    rule.assignee?.kind === kind ? rule.assignee.id : null;
  const named = (items: readonly { id: string; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Select
        clearable
        label={t("folder")}
        description={t("folderHelp")}
        disabled={rule.mailbox_id === null}
        data={named(folders.filter((one) => one.mailbox_id === rule.mailbox_id))}
        value={rule.folder_id}
        onChange={(id) => change({ folder_id: id })}
      />
      <Select
        clearable
        searchable
        label={t("assignPerson")}
        data={named(people)}
        value={assigned("person")}
        onChange={(id) => assign("person", id)}
      />
      <Select
        clearable
        searchable
        label={t("assignDepartment")}
        data={named(departments)}
        value={assigned("department")}
        onChange={(id) => assign("department", id)}
      />
      <CardOfRule rule={rule} onChange={onChange} />
      <Checkbox
        label={t("quiet")}
        checked={rule.quiet}
        onChange={(event) => change({ quiet: event.currentTarget.checked })}
      />
    </>
  );
}

function CardOfRule({ rule, onChange }: RuleActionsProps) {
  const { t } = useTranslation("rules");
  const [choosing, setChoosing] = useState(false);
  return (
    <div>
      <p className={classes.help}>
        {t("card")}
        {rule.card && `: ${rule.card_title}`}
      </p>
      <Button variant="default" size="xs" mt={4} onClick={() => setChoosing(true)}>
        {rule.card ? t("otherCard") : t("chooseCard")}
      </Button>
      {rule.card && (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          mt={4}
          onClick={() => onChange({ ...rule, card: null, card_title: "" })}
        >
          {t("noCard")}
        </Button>
      )}
      {choosing && (
        <FindCard
          title={t("chooseCard")}
          onChoose={({ card, title }) => onChange({ ...rule, card, card_title: title })}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}
