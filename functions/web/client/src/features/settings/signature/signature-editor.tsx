import { Button, Skeleton } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { signatureFor, toProblem, usePerson } from "@/shared/api";
import { useDraft } from "@/shared/lib";
import { useProblemText, useToasts } from "@/shared/ui";
import { Formatted } from "@/shared/ui/rich-text/formatted";
import { PlaceholderMenu } from "@/shared/ui/rich-text/placeholder-menu";
import { usePlaceholders } from "@/shared/ui/rich-text/placeholders";
import settings from "../settings.module.css";
import classes from "./signature.module.css";

const RichText = lazy(() => import("@/shared/ui/rich-text/rich-text"));
const OWN = ["me.name", "me.position", "me.phone", "me.email"] as const;
const nothing = () => undefined;

interface SignatureEditorProps {
  draftKey: string;
  label: string;
  kept: string;
  /** What stands there when this is empty. */
  instead: string;
  /** What is said when nothing stands there. */
  none: string;
  save: (html: string | null) => Promise<unknown>;
}

/** The words of a signature, and how they will look under the reader's own letters. */
export function SignatureEditor({
  draftKey,
  label,
  kept,
  instead,
  none,
  save,
}: SignatureEditorProps) {
  const { t } = useTranslation(["outgoing", "templates"]);
  const me = usePerson();
  const { toWords, toNames } = usePlaceholders();
  const [draft, change, forget] = useDraft(draftKey, { html: kept });
  const { put, saving, problem, calm } = usePutting(kept, save, (html) => {
    forget();
    change({ html });
  });
  const shown = signatureFor(draft.html || instead, me);
  return (
    <div className={classes.editor}>
      <div className={classes.frame}>
        <Suspense fallback={<Skeleton height={136} radius="sm" />}>
          <RichText
            label={label}
            placeholder={label}
            html={toWords(draft.html)}
            focus={0}
            invalid={problem !== null}
            onChange={(html) => {
              calm();
              change({ html: toNames(html) });
            }}
            onFiles={nothing}
            tools={(insert) => (
              <PlaceholderMenu
                label={t("templates:insertIntoText")}
                names={OWN}
                onChoose={insert}
              />
            )}
          />
        </Suspense>
      </div>
      {problem && (
        <p role="alert" className={settings.problem}>
          {problem}
        </p>
      )}
      <p className={classes.label}>{t("signaturePreview")}</p>
      <div className={classes.preview}>{shown ? <Formatted html={shown} /> : none}</div>
      <div>
        <Button
          loading={saving}
          disabled={draft.html === kept}
          onClick={() => void put(draft.html)}
        >
          {t("signatureSave")}
        </Button>
      </div>
    </div>
  );
}

/** Keeps a signature, and the former one at another press. */
function usePutting(
  kept: string,
  save: SignatureEditorProps["save"],
  onSaved: (html: string) => void,
) {
  const { t } = useTranslation("outgoing");
  const client = useQueryClient();
  const toasts = useToasts();
  const problemText = useProblemText();
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const put = async (html: string) => {
    setSaving(true);
    try {
      await save(html || null);
      await client.invalidateQueries({ queryKey: ["get", "/api/communications/signatures"] });
      onSaved(html);
      toasts.done(t("signatureSaved"), html === kept ? undefined : () => put(kept));
    } catch (error) {
      setProblem(toProblem(error).at("/html") ?? problemText(error));
    } finally {
      setSaving(false);
    }
  };
  return { put, saving, problem, calm: () => setProblem(null) };
}
