import { Button, Select } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type CardKind, queryClient, uploadTo } from "@/shared/api";
import { ErrorState, RowSkeletons, useProblemText, When } from "@/shared/ui";
import { Section } from "../section";
import { ImportSteps } from "./import-steps";
import classes from "./imports.module.css";

const KINDS = ["contact", "company", "lead", "deal"] as const;

/** Tables on their way into the cards, and those that have arrived. */
export default function Imports() {
  const { t } = useTranslation("imports");
  const [openId, setOpenId] = useState<string | null>(null);
  const list = $api.useQuery("get", "/api/crm/imports", {});
  return (
    <Section title={t("imports")} text={t("text")}>
      <Begin onBegun={setOpenId} />
      {openId && <ImportSteps key={openId} importId={openId} />}
      <h3>{t("past")}</h3>
      {list.isPending && <RowSkeletons />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <p>{t("none")}</p>}
      <ul className={classes.list}>
        {list.data?.items.map((item) => (
          <li key={item.id} className={classes.line}>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t("open", { name: item.file_name })}
              onClick={() => setOpenId(item.id)}
            >
              {item.file_name}
            </Button>
            <span>{t(item.kind)}</span>
            <span>{t(`state_${item.state}`)}</span>
            <span>{item.by_name}</span>
            <When at={item.created_at} as="day" />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function kindOf(text: unknown): CardKind {
  return KINDS.find((one) => one === text) ?? "contact";
}

function Begin({ onBegun }: { onBegun: (importId: string) => void }) {
  const { t, i18n } = useTranslation("imports");
  const problemText = useProblemText();
  const { kind: asked } = useSearch({ strict: false });
  const [kind, setKind] = useState<CardKind>(kindOf(asked));
  const input = useRef<HTMLInputElement>(null);
  const send = useMutation({
    mutationFn: async (file: File) => {
      const format = /\.xlsx$/i.test(file.name) ? "xlsx" : "csv";
      const language = i18n.language === "en" ? "en" : "ru";
      const body = { kind, file_name: file.name, size: file.size, format, language } as const;
      const begun = await bodyOf(api.POST("/api/crm/imports", { body }));
      await uploadTo(begun, file);
      return begun.item.id;
    },
    onSuccess: (importId) => {
      onBegun(importId);
      void queryClient.invalidateQueries({ queryKey: ["get", "/api/crm/imports"] });
    },
  });
  return (
    <div className={classes.begin}>
      <Select
        label={t("kind")}
        data={KINDS.map((value) => ({ value, label: t(value) }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => setKind(kindOf(value))}
      />
      <Button loading={send.isPending} onClick={() => input.current?.click()}>
        {t("choose")}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.tsv,.xlsx"
        aria-label={t("choose")}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) send.mutate(file);
        }}
      />
      {send.isError && <p role="alert">{problemText(send.error)}</p>}
    </div>
  );
}
