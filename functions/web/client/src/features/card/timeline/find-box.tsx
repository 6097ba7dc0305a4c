import { ActionIcon, CloseButton, Loader, TextInput, VisuallyHidden } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconSearch } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import classes from "./find-box.module.css";
import type { Find } from "./use-find";

/** Words to look for on the card: Enter goes on, Shift+Enter back, Escape lets go. */
export function FindBox({ find }: { find: Find }) {
  const { t } = useTranslation(["card", "common"]);
  const active = find.query.trim() !== "";
  const said = !active
    ? ""
    : find.count > 0
      ? t("searchCount", { index: find.index + 1, count: find.count })
      : find.searching
        ? t("searchOn")
        : t("searchNone");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      if (event.shiftKey) find.previous();
      else find.next();
    } else if (event.key === "Escape" && find.query !== "") {
      event.stopPropagation();
      find.setQuery("");
    }
  };
  return (
    <div className={classes.find} role="search" data-active={active || undefined}>
      <TextInput
        className={classes.input}
        size="xs"
        leftSection={
          find.searching ? <Loader size={14} aria-hidden /> : <IconSearch size={14} aria-hidden />
        }
        aria-label={t("searchHere")}
        placeholder={t("searchShort")}
        value={find.query}
        rightSection={
          find.query && (
            <CloseButton
              size={24}
              iconSize={14}
              aria-label={t("common:clear")}
              onClick={() => find.setQuery("")}
            />
          )
        }
        onChange={(event) => find.setQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {active && (
        <>
          <span className={classes.count} aria-hidden>
            {said}
          </span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t("searchPrevious")}
            disabled={find.count === 0}
            onClick={find.previous}
          >
            <IconChevronUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t("searchNext")}
            disabled={find.count === 0}
            onClick={find.next}
          >
            <IconChevronDown size={16} />
          </ActionIcon>
        </>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </div>
  );
}
