import { IconAlertCircle } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import {
  type AnyCard,
  type CardRef,
  groupsOf,
  type OwnField,
  type OwnValue,
  useOwnFields,
} from "@/shared/api";
import { FactField } from "@/shared/ui";
import { OwnInput } from "@/shared/ui/own/own-input";
import { useOwnText } from "@/shared/ui/own/own-text";
import { useSaveCard } from "../../use-card";
import { useWrite } from "../../writing";
import fieldClasses from "../fields.module.css";
import { FileFact, FileLink } from "./file-fact";
import classes from "./own.module.css";

/** The fields that the company has added to this kind of card, group by group, each changed where it stands. */
export function OwnFacts({ card, record }: { card: CardRef; record: AnyCard }) {
  const pipelineId = "pipeline_id" in record ? record.pipeline_id : undefined;
  const fields = useOwnFields(card.kind, pipelineId);
  return groupsOf(fields).map(({ name, fields: grouped }, index) => (
    <OwnGroup key={name ?? ""} name={name} parted={index > 0}>
      {grouped.map((field) => (
        <OwnFact key={field.id} card={card} field={field} value={record.own?.[field.id] ?? null} />
      ))}
    </OwnGroup>
  ));
}

interface OwnGroupProps {
  name: string | null;
  /** Something stands before it that is not its own. */
  parted: boolean;
  children: ReactNode;
}

function OwnGroup({ name, parted, children }: OwnGroupProps) {
  const id = useId();
  if (name === null) return parted ? <div className={classes.group}>{children}</div> : children;
  return (
    <section className={classes.group} aria-labelledby={id}>
      <h3 id={id} className={classes.heading}>
        {name}
      </h3>
      {children}
    </section>
  );
}

interface OwnFactProps {
  card: CardRef;
  field: OwnField;
  value: OwnValue;
}

function OwnFact({ card, field, value }: OwnFactProps) {
  const { t } = useTranslation("own");
  const save = useSaveCard(card.kind, card.id);
  const onSave = (wanted: OwnValue) => save({ own: { [field.id]: tidied(wanted) } });
  const file = field.type === "file";
  const missing = field.required && value === null;
  return (
    <div title={field.help ?? undefined}>
      <FactField<OwnValue>
        label={field.name}
        value={value}
        display={value === null ? null : <Display card={card} field={field} value={value} />}
        linked={LINKED.has(field.type)}
        editor={(editor) =>
          file ? (
            <FileFact card={card} editor={editor} />
          ) : (
            <OwnInput
              id={editor.id}
              size="xs"
              autoFocus
              field={field}
              value={editor.value}
              error={editor.invalid}
              onChange={editor.change}
              onDone={editor.commit}
              onCancel={editor.cancel}
            />
          )
        }
        onSave={onSave}
        isSame={isSame}
      />
      {missing && (
        <p className={classes.missing}>
          <IconAlertCircle size={14} aria-hidden /> {t("missing")}
        </p>
      )}
    </div>
  );
}

const LINKED: ReadonlySet<OwnField["type"]> = new Set(["link", "email", "phone", "file"]);

function Display({ card, field, value }: OwnFactProps) {
  const textOf = useOwnText();
  const write = useWrite();
  const text = textOf(field, value);
  if (typeof value !== "string") return text;
  switch (field.type) {
    case "link":
      return (
        <a href={value} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      );
    case "email":
      return (
        <button type="button" className={fieldClasses.write} onClick={() => write({ to: [value] })}>
          {value}
        </button>
      );
    case "phone":
      return <a href={`tel:${value}`}>{value}</a>;
    case "file":
      return <FileLink card={card} id={value} />;
    default:
      return text;
  }
}

/** Nothing is null, however it was left. */
function tidied(value: OwnValue): OwnValue {
  if (typeof value === "string") return value.trim() || null;
  return Array.isArray(value) && value.length === 0 ? null : value;
}

function isSame(one: OwnValue, other: OwnValue): boolean {
  return JSON.stringify(tidied(one)) === JSON.stringify(tidied(other));
}
