import { createSpotlight, Spotlight } from "@mantine/spotlight";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { cardPath, cardText, useCardSearch } from "@/shared/api";
import { CardIcon, useCardKindName } from "@/shared/ui";
import { SECTIONS } from "./navigation";
import classes from "./shell.module.css";

const [store, actions] = createSpotlight();

interface SearchDialogProps {
  opened: boolean;
  onClose: () => void;
  onCreate: () => void;
}

/** Cards, pages and commands by a few letters. */
export function SearchDialog({ opened, onClose, onCreate }: SearchDialogProps) {
  const { t } = useTranslation(["common", "search"]);
  const kindName = useCardKindName();
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const { found, searching } = useCardSearch(query, opened);
  useEffect(() => {
    if (opened) actions.open();
  }, [opened]);
  useEffect(selectFirst, [found]);

  const needle = query.trim().toLocaleLowerCase();
  const pages = SECTIONS.filter((page) => t(page.label).toLocaleLowerCase().includes(needle));
  const createLabel = t("search:createDeal");
  const offersCreate = createLabel.toLocaleLowerCase().includes(needle);
  const nothing = found.length + pages.length === 0 && !offersCreate;
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      scrollable
      title={t("search")}
      classNames={{ header: classes.hidden }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      maxHeight={440}
    >
      <Spotlight.Search
        placeholder={t("search:placeholder")}
        aria-label={t("search:placeholder")}
        leftSection={<IconSearch size={18} />}
      />
      <Spotlight.ActionsList>
        {found.length > 0 && (
          <Spotlight.ActionsGroup label={t("search:cards")}>
            {found.map(({ card, title, subtitle }) => (
              <Spotlight.Action
                key={cardText(card)}
                label={title}
                description={subtitle ?? kindName(card.kind)}
                leftSection={<CardIcon kind={card.kind} />}
                onClick={() => void navigate({ to: cardPath(card) })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {offersCreate && (
          <Spotlight.ActionsGroup label={t("search:commands")}>
            <Spotlight.Action
              label={createLabel}
              leftSection={<IconPlus size={18} />}
              closeSpotlightOnTrigger
              onClick={() => setTimeout(onCreate)}
            />
          </Spotlight.ActionsGroup>
        )}
        {pages.length > 0 && (
          <Spotlight.ActionsGroup label={t("search:pages")}>
            {pages.map((page) => (
              <Spotlight.Action
                key={page.to}
                label={t(page.label)}
                leftSection={<page.icon size={18} stroke={1.75} />}
                onClick={() => void navigate({ to: page.to })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {nothing && (
          <Spotlight.Empty>
            {searching ? t("loading") : t("search:nothing", { query })}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** The list selects its first line as something is typed, which is before what is found stands in it. */
function selectFirst(): void {
  const lines = [...document.querySelectorAll("[role=dialog] [data-action]")];
  lines.forEach((line, index) => line.toggleAttribute("data-selected", index === 0));
  store.updateState((state) => ({ ...state, selected: lines.length > 0 ? 0 : -1 }));
}
