import { Button } from "@mantine/core";
import { IconMailQuestion } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/shared/api";
import { useToasts, When } from "@/shared/ui";
import { Line } from "./line";
import classes from "./my-day.module.css";
import { useActions } from "./queries";

const REASONS = {
  unknown_sender: "reason_unknown_sender",
  several_open_deals: "reason_several_open_deals",
  not_authenticated: "reason_not_authenticated",
} as const;

/** A letter that nobody could put on a card; the likely cards are one press away. */
export function UnlinkedLine({ letter }: { letter: Schemas["CommunicationItem"] }) {
  const { t } = useTranslation("my-day");
  const toasts = useToasts();
  const { link } = useActions();
  const reason = REASONS[letter.reason as keyof typeof REASONS] as
    (typeof REASONS)[keyof typeof REASONS] | undefined;
  const put = ({ card, title }: Schemas["SuggestionView"]) =>
    link.mutate(
      { id: letter.id, card },
      {
        onSuccess: () => toasts.done(t("linked", { title })),
        onError: toasts.failed,
      },
    );
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
      actions={
        <div className={classes.suggestions}>
          {letter.suggestions.slice(0, 2).map((suggestion) => (
            <Button
              key={suggestion.card.id}
              variant="default"
              size="xs"
              className={classes.suggestion}
              classNames={{ label: classes.suggestionLabel }}
              title={t("link", { title: suggestion.title })}
              loading={link.isPending}
              onClick={() => put(suggestion)}
            >
              {t("link", { title: suggestion.title })}
            </Button>
          ))}
          <Button component={Link} to={`/inbox/${letter.id}`} variant="subtle" size="xs">
            {t("choose")}
          </Button>
        </div>
      }
    />
  );
}
