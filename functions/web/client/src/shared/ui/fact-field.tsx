import { ActionIcon, Button, VisuallyHidden } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { type Editable, useEditing } from "./use-editing";
import classes from "./fact-field.module.css";

export interface FactEditor<V> {
  id: string;
  /** What is edited, for lists that open beside the field. */
  label: string;
  value: V;
  invalid: boolean;
  /** Shows the value without saving it yet. */
  change: (value: V) => void;
  /** Saves what is shown, or the value given. */
  commit: (value?: V) => void;
  cancel: () => void;
}

interface FactFieldProps<V> extends Editable<V> {
  /** The value as it is read; null where there is none. */
  display: ReactNode;
  /** Where the value is changed; without it the fact is only read. */
  editor?: (editor: FactEditor<V>) => ReactNode;
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
            label,
            value: edit.draft,
            invalid: edit.problem !== null || edit.clash,
            change: edit.change,
            cancel: edit.close,
            commit: (last) => void edit.commit(last),
          })}
          {edit.problem !== null && !edit.clash && (
            <p className={classes.problem} role="alert">
              {edit.problem}
            </p>
          )}
          {edit.clash && (
            <FactClash
              theirs={empty ? t("notSet") : display}
              onMine={edit.insist}
              onTheirs={edit.close}
            />
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

interface FactClashProps {
  theirs: ReactNode;
  onMine: () => void;
  onTheirs: () => void;
}

/** Somebody else saved first: what he wrote, and the choice. What was typed stands above. */
function FactClash({ theirs, onMine, onTheirs }: FactClashProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.clash} role="alert">
      <p className={classes.clashText}>{t("clashText")}</p>
      <div className={classes.theirs}>{theirs}</div>
      <div className={classes.clashActions}>
        <Button size="compact-xs" onClick={onMine}>
          {t("clashMine")}
        </Button>
        <Button size="compact-xs" variant="default" onClick={onTheirs}>
          {t("clashTheirs")}
        </Button>
      </div>
    </div>
  );
}
