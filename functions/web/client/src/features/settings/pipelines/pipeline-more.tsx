import { MultiSelect, NumberInput, SimpleGrid, TagsInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { $api, type Pipeline } from "@/shared/api";

export type More = Pick<
  Pipeline,
  "department_ids" | "lost_reasons" | "answer_within" | "round_months"
>;

interface PipelineMoreProps {
  more: More;
  onChange: (part: Partial<More>) => void;
}

/** Whom a pipeline is for, why its deals are lost, how soon clients are answered, when rounds of contracts come. */
export function PipelineMore({ more, onChange }: PipelineMoreProps) {
  const { t } = useTranslation("settings");
  const departments = $api.useQuery("get", "/api/people/departments").data?.items ?? [];
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} mt="md" spacing="md">
      <MultiSelect
        label={t("departments")}
        description={t("departmentsHelp")}
        data={departments.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...more.department_ids]}
        onChange={(department_ids) => onChange({ department_ids })}
      />
      <TagsInput
        label={t("reasons")}
        description={t("reasonsHelp")}
        maxTags={50}
        splitChars={[",", ";"]}
        value={[...more.lost_reasons]}
        onChange={(lost_reasons) => onChange({ lost_reasons })}
      />
      <NumberInput
        label={t("answerWithin")}
        description={t("answerWithinHelp")}
        min={1}
        max={120_000}
        allowDecimal={false}
        value={more.answer_within ?? ""}
        onChange={(value) => onChange({ answer_within: Number(value) || null })}
      />
      <NumberInput
        label={t("roundMonths")}
        description={t("roundMonthsHelp")}
        min={1}
        max={60}
        allowDecimal={false}
        value={more.round_months ?? ""}
        onChange={(value) => onChange({ round_months: Number(value) || null })}
      />
    </SimpleGrid>
  );
}
