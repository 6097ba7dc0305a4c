import { Button } from "@mantine/core";
import { IconMailQuestion } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/shared/api";
import { CardIcon, useToasts, When } from "@/shared/ui";
import { Line } from "./line";
import classes from "./my-day.module.css";
import { useActions } from "./queries";

const REASONS = {
  unknown_sender: "reason_unknown_sender",
  several_open_deals: "reason_several_open_deals",
  not_authenticated: "reason_not_authenticated",
  taken_off: "reason_taken_off",
} as const;

/** A letter that nobody could put on a card; the likely cards are one press away. */
export function UnlinkedLine({ letter }: { letter: Schemas["CommunicationItem"] }) {
  const { t } = useTranslation("my-day");
  const reason = REASONS[letter.reason as keyof typeof REASONS] as
    (typeof REASONS)[keyof typeof REASONS] | undefined;
  return (
    <Line
      icon={<IconMailQuestion size={16} />}
      text={letter.subject || letter.snippet}
      note={
        <span>
          {letter.from.name || letter.from.address}
          {reason && ` · ${t(reason)}`}
        </span>
      }
      when={<When at={letter.at} />}
      choices={<Suggestions letter={letter} />}
      actions={
        <Button
          component={Link}
          to={`/inbox/${letter.id}`}
          variant={letter.suggestions.length > 0 ? "subtle" : "default"}
          size="xs"
        >
          {t("choose")}
        </Button>
      }
    />
  );
}

function Suggestions({ letter }: { letter: Schemas["CommunicationItem"] }) {
  const { t } = useTranslation("my-day");
  const toasts = useToasts();
  const { link, takeOff } = useActions();
  const put = ({ card, title }: Schemas["SuggestionView"]) =>
    link.mutate(
      { id: letter.id, card },
      {
        onSuccess: () => toasts.done(t("linked", { title }), () => takeOff.mutateAsync(letter.id)),
        onError: toasts.failed,
      },
    );
  if (letter.suggestions.length === 0) return null;
  return (
    <div className={classes.suggestions}>
      {letter.suggestions.slice(0, 2).map((suggestion) => (
        <Button
          key={suggestion.card.id}
          variant="default"
          size="xs"
          className={classes.suggestion}
          leftSection={<CardIcon kind={suggestion.card.kind} size={14} />}
          title={t("link", { title: suggestion.title })}
          loading={link.isPending && link.variables.card.id === suggestion.card.id}
          disabled={link.isPending}
          onClick={() => put(suggestion)}
        >
          <span className={classes.suggestionText}>{t("link", { title: suggestion.title })}</span>
        </Button>
      ))}
    </div>
  );
}
