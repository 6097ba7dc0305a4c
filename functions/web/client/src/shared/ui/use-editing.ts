import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toProblem } from "../api/problem";
import { useProblemText } from "./problem-text";
import { useToasts } from "./toasts";

const STALE = 412;

export interface Editable<V> {
  label: string;
  value: V;
  /** Rejects with a `ProblemError` when the portal refuses. */
  onSave?: (value: V) => Promise<unknown>;
  isSame?: (one: V, other: V) => boolean;
}

/** The editing of one fact: what is typed, why it was refused, and what somebody else saved meanwhile. */
export function useEditing<V>(
  { label, value, onSave, isSame = Object.is }: Editable<V>,
  id: string,
) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const text = useProblemText();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(value);
  /** The value upon which the person began to type. */
  const [base, setBase] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  const [clash, setClash] = useState(false);
  const [busy, setBusy] = useState(false);
  const [returnFocus, setReturnFocus] = useState(false);
  const close = () => {
    // Who left by the keyboard goes on from here; who clicked elsewhere is elsewhere.
    setReturnFocus(document.activeElement?.id === id);
    setProblem(null);
    setClash(false);
    setOpen(false);
  };

  const save = async (wanted: V) => {
    if (!onSave) return;
    const before = value;
    setBusy(true);
    setProblem(null);
    setClash(false);
    try {
      await onSave(wanted);
      close();
      toasts.done(`${label}: ${t("saved").toLocaleLowerCase()}`, () => onSave(before));
    } catch (error) {
      const refused = toProblem(error);
      setClash(refused.status === STALE);
      setProblem(refused.fields[0]?.message ?? text(refused));
    } finally {
      setBusy(false);
    }
  };
  const commit = async (last?: V) => {
    const wanted = last === undefined ? draft : last;
    // Once somebody else's value stands beside it, only a choice between the two saves anything.
    if (busy || clash) return;
    setDraft(wanted);
    if (isSame(wanted, value)) close();
    else if (isSame(base, value)) await save(wanted);
    else if (isSame(wanted, base)) close();
    else setClash(true);
  };
  return {
    open,
    draft,
    shown: open ? draft : value,
    problem,
    clash,
    change: setDraft,
    commit,
    insist: () => void save(draft),
    start: () => {
      setDraft(value);
      setBase(value);
      setProblem(null);
      setClash(false);
      setOpen(true);
    },
    close,
    returnFocus,
  };
}
