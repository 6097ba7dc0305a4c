import { createSpotlight, Spotlight } from "@mantine/spotlight";
import { type Icon, IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type CardKind,
  cardPath,
  type CardRef,
  cardText,
  useCardSearch,
  useCardTitles,
  useColleagues,
} from "@/shared/api";
import { CardIcon, Face, useCardKindName } from "@/shared/ui";
import { type Command, fits, useCommands } from "./commands";
import { SECTIONS } from "./navigation";
import { recentCards } from "./use-recent-cards";
import classes from "./shell.module.css";

const [store, actions] = createSpotlight();

interface SearchDialogProps {
  opened: boolean;
  onClose: () => void;
  onCreate: (kind: CardKind) => void;
  onHelp: () => void;
}

interface Found {
  key: string;
  label: string;
  note?: string | null;
  icon: ReactNode;
  run: () => void;
}

/** Cards, people, pages and commands by a few letters; what was opened last before any is typed. */
export function SearchDialog({ opened, onClose, ...opens }: SearchDialogProps) {
  const { t } = useTranslation(["common", "search"]);
  const [query, setQuery] = useState("");
  const words = query.trim();
  const { cards, searching } = useCards(words, opened);
  const recent = useRecent(opened && words === "");
  const people = usePeople(words);
  const commands = useCommands(opens).filter(({ label, first }) =>
    words === "" ? first : fits(label, words),
  );
  const pages = usePages(words);
  useEffect(() => {
    if (opened) actions.open();
  }, [opened]);
  const count = cards.length + people.length + commands.length + pages.length;
  useEffect(selectFirst, [words, count, recent.length]);
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      scrollable
      title={t("search")}
      classNames={{ header: classes.hidden, action: classes.foundLine }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      maxHeight={460}
    >
      <Spotlight.Search
        placeholder={t("search:placeholder")}
        aria-label={t("search:placeholder")}
        leftSection={<IconSearch size={18} />}
      />
      <Spotlight.ActionsList>
        <Group label={t("search:recent")} items={recent} />
        <Group label={t("search:cards")} items={cards} />
        <Group label={t("search:people")} items={people} />
        <Group label={t("search:commands")} items={commands.map(ofCommand)} />
        <Group label={t("search:pages")} items={pages} />
        {count === 0 && words !== "" && (
          <Spotlight.Empty>
            {searching ? t("loading") : t("search:nothing", { query: words })}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
      <p role="status" className={classes.hidden}>
        {words !== "" && !searching && t("search:found", { count })}
      </p>
    </Spotlight.Root>
  );
}

function Group({ label, items }: { label: string; items: readonly Found[] }) {
  if (items.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={label}>
      {items.map((item) => (
        <Spotlight.Action
          key={item.key}
          label={item.label}
          description={item.note ?? undefined}
          leftSection={item.icon}
          closeSpotlightOnTrigger
          // After the dialog has closed: what opens next gets the focus.
          onClick={() => setTimeout(item.run)}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function useCards(words: string, opened: boolean) {
  const kindName = useCardKindName();
  const { t } = useTranslation("search");
  const open = useOpenCard();
  const { found, searching } = useCardSearch(words, opened);
  const cards = found.slice(0, 12).map(({ card, title, subtitle, open: goesOn }) => ({
    key: cardText(card),
    label: title,
    note: [kindName(card.kind), subtitle, goesOn ? null : t("closed")].filter(Boolean).join(" · "),
    icon: <CardIcon kind={card.kind} />,
    run: () => open(card),
  }));
  return { cards, searching };
}

/** The cards opened last, as far as the reader may still see them. */
function useRecent(wanted: boolean): Found[] {
  const kindName = useCardKindName();
  const open = useOpenCard();
  const cards = wanted ? recentCards() : [];
  const titles = useCardTitles(cards);
  return cards.flatMap((card) => {
    const label = titles.get(cardText(card));
    if (label === undefined) return [];
    const icon = <CardIcon kind={card.kind} />;
    return [{ key: cardText(card), label, note: kindName(card.kind), icon, run: () => open(card) }];
  });
}

function usePeople(words: string): Found[] {
  const navigate = useNavigate();
  const colleagues = useColleagues();
  if (words === "") return [];
  return colleagues
    .filter(({ name, email }) => fits(name, words) || email.startsWith(words.toLowerCase()))
    .slice(0, 5)
    .map(({ id, name, job_title }) => ({
      key: id,
      label: name,
      note: job_title,
      icon: <Face name={name} size={20} silent />,
      run: () => void navigate({ to: "/people/$personId", params: { personId: id } }),
    }));
}

function usePages(words: string): Found[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return SECTIONS.filter((page) => fits(t(page.label), words)).map((page) => ({
    key: page.to,
    label: t(page.label),
    icon: iconOf(page.icon),
    run: () => void navigate({ to: page.to }),
  }));
}

function ofCommand({ key, label, icon, run }: Command): Found {
  return { key, label, icon: iconOf(icon), run };
}

function iconOf(Icon: Icon): ReactNode {
  return <Icon size={18} stroke={1.75} aria-hidden />;
}

function useOpenCard(): (card: CardRef) => void {
  const navigate = useNavigate();
  return (card) => void navigate({ to: cardPath(card) });
}

/** The list selects its first line as something is typed, which is before what is found stands in it. */
function selectFirst(): void {
  const lines = [...document.querySelectorAll("[role=dialog] [data-action]")];
  lines.forEach((line, index) => line.toggleAttribute("data-selected", index === 0));
  store.updateState((state) => ({ ...state, selected: lines.length > 0 ? 0 : -1 }));
}
