import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type Schemas } from "@/shared/api";
import { ErrorState, RowSkeletons, useProblemText } from "@/shared/ui";
import classes from "./imports.module.css";

interface ColumnsProps {
  importId: string;
  again: boolean;
  onChecked: () => void;
}

/** Which field each column fills, with the first values of the file beside. */
export function Columns(props: ColumnsProps) {
  const look = $api.useQuery("get", "/api/crm/imports/{import_id}/columns", {
    params: { path: { import_id: props.importId } },
  });
  if (look.isError) return <ErrorState error={look.error} onRetry={() => void look.refetch()} />;
  return look.data ? <Choice {...props} look={look.data} /> : <RowSkeletons />;
}

const MODES = ["both", "create", "update"] as const;

function Choice({
  importId,
  again,
  onChecked,
  look,
}: ColumnsProps & { look: Schemas["LookView"] }) {
  const { t } = useTranslation("imports");
  const problemText = useProblemText();
  const [mapping, setMapping] = useState<Schemas["MappingView"]>(look.mapping);
  const [name, setName] = useState("");
  const change = (part: Partial<Schemas["MappingView"]>) => setMapping({ ...mapping, ...part });
  const check = useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST("/api/crm/imports/{import_id}/check", {
          params: { path: { import_id: importId } },
          body: { ...mapping, keep_as: name.trim() || undefined },
        }),
      ),
    onSuccess: onChecked,
  });
  const fields = look.fields.map(({ name: value, label }) => ({ value, label }));
  const choose = (index: number, field: string | null) => {
    const columns = mapping.columns.map((one, at) =>
      at === index ? field : one === field ? null : one,
    );
    change({ columns, key: columns.includes(mapping.key ?? "") ? mapping.key : null });
  };
  const keys = fields.filter(
    ({ value }) => look.keys.includes(value) && mapping.columns.includes(value),
  );
  return (
    <form
      className={classes.steps}
      onSubmit={(event) => {
        event.preventDefault();
        check.mutate();
      }}
    >
      <ul className={classes.list}>
        {look.headers.map((header, index) => (
          <li key={index} className={classes.line}>
            <strong>{header || `${t("column")} ${index + 1}`}</strong>
            <span className={classes.sample}>{look.rows.find((row) => row[index])?.[index]}</span>
            <Select
              aria-label={`${t("field")}: ${header}`}
              placeholder={t("skip")}
              data={fields}
              value={mapping.columns[index] ?? null}
              clearable
              searchable
              onChange={(field) => choose(index, field)}
            />
          </li>
        ))}
      </ul>
      <Select
        label={t("mode")}
        data={MODES.map((value) => ({ value, label: t(value) }))}
        value={mapping.mode}
        allowDeselect={false}
        onChange={(mode) => change({ mode: MODES.find((one) => one === mode) ?? "both" })}
      />
      <Select
        label={t("key")}
        placeholder={t("noKey")}
        data={keys}
        value={mapping.key ?? null}
        clearable
        onChange={(key) => change({ key })}
      />
      <Checkbox
        label={t("makes")}
        checked={mapping.makes}
        onChange={(event) => change({ makes: event.currentTarget.checked })}
      />
      <Checkbox
        label={t("erases")}
        checked={mapping.erases}
        onChange={(event) => change({ erases: event.currentTarget.checked })}
      />
      <TextInput
        label={t("keepAs")}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {check.isError && <p role="alert">{problemText(check.error)}</p>}
      <Button type="submit" variant={again ? "default" : "filled"} loading={check.isPending}>
        {again ? t("again") : t("check")}
      </Button>
    </form>
  );
}
