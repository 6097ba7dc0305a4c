import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type CardRef, type FoundCard } from "@/shared/api";
import { isLanguage } from "@/shared/i18n";
import { ErrorState, FindCard } from "@/shared/ui";
import { LetterFrame } from "@/shared/ui/letter-frame";
import { usePlaceholders } from "@/shared/ui/rich-text/placeholders";
import settings from "../settings.module.css";
import classes from "./templates.module.css";

const PAUSE_MS = 400;
const NO_PICTURES = new Map<string, string>();

interface TemplatePreviewProps {
  subject: string;
  html: string;
}

/** The letter as it would leave a card that there is. */
export function TemplatePreview({ subject, html }: TemplatePreviewProps) {
  const { t } = useTranslation("templates");
  const [card, setCard] = useState<FoundCard | null>(null);
  const [choosing, setChoosing] = useState(false);
  return (
    <section className={classes.preview} aria-label={t("preview")}>
      <div className={classes.previewHead}>
        <p className={settings.text}>
          {card ? t("previewOn", { title: card.title }) : t("previewText")}
        </p>
        <Button
          variant="default"
          size="compact-sm"
          className={classes.touch}
          onClick={() => setChoosing(true)}
        >
          {card ? t("previewOther") : t("previewChoose")}
        </Button>
      </div>
      {card && html !== "" && <Letter card={card.card} subject={subject} html={html} />}
      {choosing && (
        <FindCard
          title={t("previewChoose")}
          onChoose={setCard}
          onClose={() => setChoosing(false)}
        />
      )}
    </section>
  );
}

function Letter({ card, subject, html }: TemplatePreviewProps & { card: CardRef }) {
  const { t } = useTranslation("templates");
  const { named, toWords } = usePlaceholders();
  const { data, error, refetch } = useFilledIn(card, subject, html);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const missing = data.missing.map((name) => (name in named ? toWords(`{{${name}}}`) : name));
  return (
    <>
      <p className={settings.name}>
        {t("previewSubject", { subject: toWords(data.subject) || t("previewNoSubject") })}
      </p>
      <LetterFrame html={toWords(data.html)} title={t("preview")} inline={NO_PICTURES} />
      {missing.length > 0 && (
        <p role="status" className={classes.missing}>
          {t("missing", { words: missing.join(", ").replaceAll(/[{}]/g, "") })}
        </p>
      )}
    </>
  );
}

function useFilledIn(card: CardRef, subject: string, html: string) {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : "ru";
  const [words] = useDebouncedValue({ subject, html }, PAUSE_MS);
  return useQuery({
    queryKey: ["template-preview", card, words, language],
    queryFn: ({ signal }) =>
      bodyOf(
        api.POST("/api/communications/templates/preview", {
          body: { ...words, card: { kind: card.kind, id: card.id }, language },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}
