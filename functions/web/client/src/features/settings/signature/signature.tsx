import { Button, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, signatureFor, toProblem, usePerson } from "@/shared/api";
import { useDraft } from "@/shared/lib";
import { RowSkeletons, useProblemText, useToasts } from "@/shared/ui";
import { Section } from "../section";
import classes from "./signature.module.css";

const PLACEHOLDERS = ["me.name", "me.phone", "me.email"] as const;
const PATH = "/api/communications/signatures";

/** What stands under one's letters; owners write what stands under everybody's who has nothing of his own. */
export function Signature() {
  const { t } = useTranslation("outgoing");
  const owner = usePerson().roles.includes("owner");
  const { data } = $api.useQuery("get", PATH);
  if (!data) return <RowSkeletons count={3} />;
  return (
    <>
      <Section title={t("signature")} text={t("signatureText")}>
        <Editor
          draftKey="signature"
          label={t("signatureOwn")}
          kept={data.own ?? ""}
          instead={data.company ?? ""}
          save={(text) => bodyOf(api.PUT(PATH, { body: { text } }))}
        />
      </Section>
      {owner && (
        <Section title={t("signatureCompany")} text={t("signatureCompanyText")}>
          <Editor
            draftKey="signature.company"
            label={t("signatureCompany")}
            kept={data.company ?? ""}
            instead=""
            save={(text) => bodyOf(api.PUT(`${PATH}/company`, { body: { text } }))}
          />
        </Section>
      )}
    </>
  );
}

interface EditorProps {
  draftKey: string;
  label: string;
  kept: string;
  /** What stands there when this is empty. */
  instead: string;
  save: (text: string | null) => Promise<unknown>;
}

function Editor({ draftKey, label, kept, instead, save }: EditorProps) {
  const { t } = useTranslation("outgoing");
  const me = usePerson();
  const client = useQueryClient();
  const toasts = useToasts();
  const problemText = useProblemText();
  const [draft, change, forget] = useDraft(draftKey, { text: kept });
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const shown = signatureFor(draft.text.trim() || instead, me);
  const put = async (text: string) => {
    setSaving(true);
    try {
      await save(text.trim() || null);
      await client.invalidateQueries({ queryKey: ["get", PATH] });
      forget();
      change({ text: text.trim() });
      toasts.done(t("signatureSaved"), text === kept ? undefined : () => put(kept));
    } catch (error) {
      setProblem(toProblem(error).at("/text") ?? problemText(error));
    } finally {
      setSaving(false);
    }
  };
  return (
    <div className={classes.editor}>
      <Textarea
        label={label}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={2000}
        value={draft.text}
        error={problem}
        onChange={(event) => {
          setProblem(null);
          change({ text: event.currentTarget.value });
        }}
      />
      <div className={classes.placeholders}>
        {PLACEHOLDERS.map((name) => (
          <Button
            key={name}
            variant="default"
            size="compact-sm"
            onClick={() => change({ text: `${draft.text}{{${name}}}` })}
          >
            {t(name === "me.name" ? "putName" : name === "me.phone" ? "putPhone" : "putEmail")}
          </Button>
        ))}
      </div>
      <p className={classes.label}>{t("signaturePreview")}</p>
      <p className={classes.preview}>{shown || t("signatureNone")}</p>
      <div>
        <Button
          loading={saving}
          disabled={draft.text.trim() === kept}
          onClick={() => void put(draft.text)}
        >
          {t("signatureSave")}
        </Button>
      </div>
    </div>
  );
}
