import { ActionIcon, VisuallyHidden } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { toProblem } from "../api/problem";
import { useProblemText } from "./problem-text";
import { useToasts } from "./toasts";
import classes from "./fact-field.module.css";

export interface FactEditor<V> {
  id: string;
  value: V;
  invalid: boolean;
  /** Shows the value without saving it yet. */
  change: (value: V) => void;
  /** Saves what is shown, or the value given. */
  commit: (value?: V) => void;
  cancel: () => void;
}

interface FactFieldProps<V> {
  label: string;
  value: V;
  /** The value as it is read; null where there is none. */
  display: ReactNode;
  /** Where the value is changed; without it the fact is only read. */
  editor?: (editor: FactEditor<V>) => ReactNode;
  /** Rejects with a `ProblemError` when the portal refuses. */
  onSave?: (value: V) => Promise<unknown>;
  isSame?: (one: V, other: V) => boolean;
  /** The display holds links of its own: the field is then opened by a button beside it. */
  linked?: boolean;
}

/**
 * A fact of a card, changed where it stands: saved on leaving the field or Enter, left alone by Escape,
 * and taken back with one press for ten seconds. A refusal keeps the field open with what was typed.
 */
export function FactField<V>(props: FactFieldProps<V>) {
  const { label, value, display, editor, onSave, isSame = Object.is } = props;
  const { t } = useTranslation();
  const id = useId();
  const edit = useEditing(props, id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      edit.close();
    }
  };
  const empty = display === null || display === undefined || display === "";
  return (
    <div className={classes.fact}>
      {edit.open ? (
        <label className={classes.label} htmlFor={id}>
          {label}
        </label>
      ) : (
        <span className={classes.label}>{label}</span>
      )}
      {edit.open && editor ? (
        // Escape is heard here for whatever editor stands inside.
        // eslint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className={classes.editor} onKeyDown={onKeyDown}>
          {editor({
            id,
            value: edit.draft,
            invalid: edit.problem !== null,
            change: edit.change,
            cancel: edit.close,
            commit: (last) => void edit.commit(last),
          })}
          {edit.problem && (
            <p className={classes.problem} role="alert">
              {edit.problem}
            </p>
          )}
        </div>
      ) : editor && onSave && props.linked && !empty ? (
        <div className={classes.linked}>
          <div className={classes.plain}>{display}</div>
          <ActionIcon
            autoFocus={edit.returnFocus}
            className={classes.pencil}
            variant="subtle"
            color="gray"
            size={24}
            aria-label={`${t("change")}: ${label}`}
            onClick={edit.start}
          >
            <IconPencil size={14} />
          </ActionIcon>
        </div>
      ) : editor && onSave ? (
        <button
          autoFocus={edit.returnFocus}
          type="button"
          className={classes.value}
          data-empty={empty || undefined}
          data-busy={!isSame(edit.shown, value) || undefined}
          onClick={edit.start}
        >
          <VisuallyHidden>{`${t("change")}: ${label}. `}</VisuallyHidden>
          {empty ? t("notSet") : display}
        </button>
      ) : (
        <div className={classes.plain} data-empty={empty || undefined}>
          {empty ? t("notSet") : display}
        </div>
      )}
    </div>
  );
}

function useEditing<V>(
  { label, value, onSave, isSame = Object.is }: FactFieldProps<V>,
  id: string,
) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const text = useProblemText();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [returnFocus, setReturnFocus] = useState(false);
  const close = () => {
    // Who left by the keyboard goes on from here; who clicked elsewhere is elsewhere.
    setReturnFocus(document.activeElement?.id === id);
    setProblem(null);
    setOpen(false);
  };

  const commit = async (last?: V) => {
    const wanted = last === undefined ? draft : last;
    if (busy || !onSave) return;
    setDraft(wanted);
    if (isSame(wanted, value)) {
      close();
      return;
    }
    const before = value;
    setBusy(true);
    setProblem(null);
    try {
      await onSave(wanted);
      close();
      toasts.done(`${label}: ${t("saved").toLocaleLowerCase()}`, () => onSave(before));
    } catch (error) {
      const refused = toProblem(error);
      setProblem(refused.fields[0]?.message ?? text(refused));
    } finally {
      setBusy(false);
    }
  };
  return {
    open,
    draft,
    shown: open ? draft : value,
    problem,
    change: setDraft,
    commit,
    start: () => {
      setDraft(value);
      setProblem(null);
      setOpen(true);
    },
    close,
    returnFocus,
  };
}
