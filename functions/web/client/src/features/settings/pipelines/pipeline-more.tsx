import { MultiSelect, SimpleGrid, TagsInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { $api, type Pipeline } from "@/shared/api";

export type More = Pick<Pipeline, "department_ids" | "lost_reasons">;

interface PipelineMoreProps {
  more: More;
  onChange: (part: Partial<More>) => void;
}

/** Whom a pipeline is for, and why its deals are lost. */
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
    </SimpleGrid>
  );
}
