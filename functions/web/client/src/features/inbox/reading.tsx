import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FindCard, useToasts } from "@/shared/ui";
import { LetterPane } from "./letter-pane";
import { nameOf, neighbourOf } from "./letters";
import { downloadRaw, useLetter } from "./queries";
import type { Inbox } from "./use-inbox";
import { useKeys } from "./use-keys";

/** The open letter, and what its keys do. */
export function Reading({ id, inbox }: { id: string; inbox: Inbox }) {
  const { t } = useTranslation("inbox");
  const { letters, open, put, moves } = inbox;
  const [choosing, setChoosing] = useState(false);
  const toasts = useToasts();
  const query = useLetter(id, neighbourOf(letters, id));
  const full = query.data?.id === id ? query.data : undefined;
  // What the list knows is there at once; the rest of the letter follows.
  const letter = letters.find((each) => each.id === id) ?? full;
  const save = () => void downloadRaw(id).catch(toasts.failed);

  useKeys((key) => {
    const step = key === "j" ? 1 : key === "k" ? -1 : null;
    const suggestion = /^[1-9]$/.test(key) ? letter?.suggestions[Number(key) - 1] : undefined;
    if (step) open(neighbourOf(letters, id, step) ?? id);
    else if (key === "u") moves.undoLast();
    else if (!letter) return false;
    else if (suggestion) put(letter, suggestion.card, suggestion.title);
    else if (key === "l") put(letter, "lead", nameOf(letter.from));
    else if (key === "c") put(letter, "contact", nameOf(letter.from));
    else if (key === "/") setChoosing(true);
    else if (key === "x" && letter.state === "unlinked") inbox.putAside(letter);
    else if (key === "e") openFiles(save);
    else if (key === "a" && inbox.same.move) void inbox.same.join();
    else return false;
    return true;
  });
  return (
    <>
      <LetterPane
        key={id}
        letter={letter}
        full={full}
        error={query.error}
        inbox={inbox}
        onRetry={() => void query.refetch()}
        onChoose={() => setChoosing(true)}
        onSave={save}
      />
      {choosing && letter && (
        <FindCard
          title={t("chooseTitle")}
          onChoose={({ card, title }) => put(letter, card, title)}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}

/** The first file gets the focus, so that Enter opens it and Tab goes on; without files the letter is saved. */
function openFiles(save: () => void) {
  const file = document.querySelector<HTMLElement>("[data-letter] ul button");
  if (file) file.focus();
  else save();
}
