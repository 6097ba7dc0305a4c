import { useHotkeys } from "@mantine/hooks";
import { useEffect, useMemo, useState } from "react";
import type { CardKind } from "@/shared/api";
import { commandKey, isTyping } from "@/shared/lib";

export type DialogName = "search" | "help";

export interface ShellDialogs {
  open: DialogName | null;
  /** Of what a new one is being made. */
  creating: CardKind | null;
  /** Whether any has ever been opened: until then none is fetched. */
  wanted: boolean;
  search: () => void;
  create: (kind: CardKind) => void;
  help: () => void;
  close: () => void;
}

/** The dialogs of the shell and the keys that open them wherever one is. */
export function useShellKeys(): ShellDialogs {
  const [open, setOpen] = useState<DialogName | null>(null);
  const [creating, setCreating] = useState<CardKind | null>(null);
  const [wanted, setWanted] = useState(false);
  const actions = useMemo(() => {
    const show = (name: DialogName) => () => {
      setWanted(true);
      setOpen(name);
    };
    return {
      search: show("search"),
      create: (kind: CardKind) => {
        setWanted(true);
        setOpen(null);
        setCreating(kind);
      },
      help: show("help"),
      close: () => {
        setOpen(null);
        setCreating(null);
      },
    };
  }, []);
  // An empty list of ignored tags: the search opens while one types, too.
  useHotkeys([["mod+K", actions.search]], []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || document.querySelector("[role=dialog]")) return;
      const key = commandKey(event);
      if (key === "/" || key === "?") {
        event.preventDefault();
        (key === "/" ? actions.search : actions.help)();
      } else if (key === "c") {
        event.preventDefault();
        actions.create("deal");
      }
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [actions]);
  return { open, creating, wanted, ...actions };
}
