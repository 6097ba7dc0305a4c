import { ActionIcon, Button, CopyButton, Menu, Tooltip } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconCheck, IconLink, IconMail, IconPhone, IconX } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { type AnyCard, CARD_FOLDERS, cardPath, type CardRef } from "@/shared/api";
import { CardIcon, ConvertButton, Money, useCardKindName } from "@/shared/ui";
import { MergeWith } from "@/shared/ui/merging/merge-buttons";
import { isTyping } from "@/shared/lib";
import classes from "./card.module.css";
import { HistoryButton } from "./history/history-button";
import { PersonalButton } from "./personal/personal-button";
import { type Reachable, titleOf } from "./use-card";

interface CardHeaderProps {
  card: CardRef;
  record: AnyCard;
  people: readonly Reachable[];
  onWrite: () => void;
}

export function CardHeader({ card, record, people, onWrite }: CardHeaderProps) {
  const { t } = useTranslation("card");
  const kindName = useCardKindName();
  const title = titleOf(record);
  useDocumentTitle(title);
  const close = useClose(card);
  const navigate = useNavigate();
  return (
    <header className={classes.header}>
      <span className={classes.kindIcon} title={kindName(card.kind)}>
        <CardIcon kind={card.kind} />
      </span>
      <h1 className={classes.title}>{title}</h1>
      {"amount" in record && record.amount && (
        <span className={classes.headAmount}>
          <Money value={record.amount} />
        </span>
      )}
      <div className={classes.actions}>
        {"converted_to" in record && <ConvertButton lead={record} />}
        <Tooltip label={t("write")}>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={t("write")}
            disabled={people.every((one) => one.emails.length === 0)}
            onClick={onWrite}
          >
            <IconMail size={16} />
          </ActionIcon>
        </Tooltip>
        <CallButton people={people} />
        {!record.erased_at && (
          <MergeWith card={card} onDone={(stays) => void navigate({ to: cardPath(stays) })} />
        )}
        <HistoryButton card={card} />
        <PersonalButton card={card} record={record} />
        <CopyButton value={globalThis.location.href}>
          {({ copied, copy }) => (
            <Tooltip label={t("copyLink")}>
              <ActionIcon
                className={classes.copyLink}
                variant="subtle"
                color="gray"
                size={32}
                aria-label={t("copyLink")}
                onClick={copy}
              >
                {copied ? <IconCheck size={16} /> : <IconLink size={16} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
        <Tooltip label={t("close")}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t("close")}
            onClick={close}
          >
            <IconX size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}

/** Back to the list that the card was opened from, with its filters. Escape does the same. */
function useClose(card: CardRef): () => void {
  const navigate = useNavigate();
  const close = () =>
    void navigate({
      to: `/${CARD_FOLDERS[card.kind]}`,
      search: (before: object) => ({ ...before, show: undefined }),
    });
  const onEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape" || isTyping(event)) return;
    if (!document.querySelector("[role=dialog], [role=menu], [role=listbox]")) close();
  });
  useEffect(() => {
    // Before whatever is open hears of it: a moment later a dialog would be gone, and the card with it.
    addEventListener("keydown", onEscape, { capture: true });
    return () => removeEventListener("keydown", onEscape, { capture: true });
  }, []);
  return close;
}

function CallButton({ people }: { people: readonly Reachable[] }) {
  const { t } = useTranslation("card");
  const numbers = people.flatMap(({ name, phones }) => phones.map((phone) => ({ name, phone })));
  const [first] = numbers;
  if (!first) return null;
  if (numbers.length === 1)
    return (
      <Tooltip label={t("call", { phone: first.phone })}>
        <ActionIcon
          component="a"
          href={`tel:${first.phone}`}
          variant="default"
          size={32}
          aria-label={t("call", { phone: first.phone })}
        >
          <IconPhone size={16} />
        </ActionIcon>
      </Tooltip>
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="xs" h={32} aria-label={t("call", { phone: "" }).trim()}>
          <IconPhone size={16} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {numbers.map(({ name, phone }) => (
          <Menu.Item key={phone} component="a" href={`tel:${phone}`}>
            {name} · {phone}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
