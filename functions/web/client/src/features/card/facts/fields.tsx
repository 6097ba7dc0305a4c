import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type CardRef, cardText, useCardTitles } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { CardLink, FactField } from "@/shared/ui";
import { listEditor, proseEditor, textEditor } from "@/shared/ui/fact-editors";
import { BadAddressNotes } from "@/shared/ui/bad-addresses/bad-address-notes";
import { useWrite } from "../writing";
import { CompanyPicker, ContactsPicker } from "./card-pickers";
import classes from "./fields.module.css";

export type Save<V> = (value: V) => Promise<unknown>;

interface FieldProps<V> {
  label: string;
  value: V;
  onSave: Save<V>;
}

export function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

/** A line that cannot be empty. */
export function LineField({ label, value, onSave }: FieldProps<string>) {
  return (
    <FactField label={label} value={value} display={value} editor={textEditor} onSave={onSave} />
  );
}

/** A line that can be empty, which the portal calls null. */
export function OptionalLineField({ label, value, onSave }: FieldProps<string | null>) {
  return (
    <FactField
      label={label}
      value={value ?? ""}
      display={value}
      editor={textEditor}
      onSave={(text) => onSave(text.trim() || null)}
    />
  );
}

export function DescriptionField({ value, onSave }: Omit<FieldProps<string | null>, "label">) {
  const { t } = useTranslation("card");
  return (
    <FactField
      label={t("factDescription")}
      value={value ?? ""}
      display={value}
      editor={proseEditor}
      onSave={(text) => onSave(text.trim() || null)}
    />
  );
}

interface ListFieldProps extends FieldProps<readonly string[]> {
  placeholder: string;
  /** How one of the values is shown, where it is more than its text. */
  show?: (value: string) => ReactNode;
}

export function ListField({ label, value, onSave, placeholder, show }: ListFieldProps) {
  const display = show ? (
    <span className={classes.links}>
      {value.map((each) => (
        <span key={each}>{show(each)}</span>
      ))}
    </span>
  ) : (
    value.join("\n")
  );
  return (
    <FactField<readonly string[]>
      label={label}
      value={value}
      display={value.length > 0 ? display : null}
      linked={show !== undefined}
      editor={listEditor(placeholder)}
      onSave={onSave}
      isSame={sameList}
    />
  );
}

/** Addresses, of which each begins a letter. */
export function EmailsField({ value, onSave }: Omit<FieldProps<readonly string[]>, "label">) {
  const { t } = useTranslation("card");
  const write = useWrite();
  return (
    <>
      <ListField
        label={t("factEmails")}
        value={value}
        placeholder={t("addEmail")}
        onSave={onSave}
        show={(address) => (
          <button
            type="button"
            className={classes.write}
            title={t("writeTo", { address })}
            onClick={() => write({ to: [address] })}
          >
            {address}
          </button>
        )}
      />
      <BadAddressNotes addresses={value} />
    </>
  );
}

/** Phones, of which each calls. */
export function PhonesField({ value, onSave }: Omit<FieldProps<readonly string[]>, "label">) {
  const { t } = useTranslation("card");
  return (
    <ListField
      label={t("factPhones")}
      value={value}
      placeholder={t("addPhone")}
      onSave={onSave}
      show={(phone) => <a href={`tel:${phone}`}>{phone}</a>}
    />
  );
}

/** The company of a card: one that there is, or a new one. */
export function CompanyField({ label, value, onSave }: FieldProps<string | null>) {
  return (
    <FactField<string | null>
      label={label}
      value={value}
      linked
      display={value && <CardLinks cards={[{ kind: "company", id: value }]} />}
      editor={(editor) => <CompanyPicker editor={editor} />}
      onSave={onSave}
    />
  );
}

interface ContactsFieldProps extends FieldProps<readonly string[]> {
  /** To which a contact that is made here belongs. */
  companyId: string | null;
}

export function ContactsField({ label, value, onSave, companyId }: ContactsFieldProps) {
  const cards = value.map((id) => ({ kind: "contact" as const, id }));
  return (
    <FactField<readonly string[]>
      label={label}
      value={value}
      linked
      display={cards.length > 0 ? <CardLinks cards={cards} /> : null}
      editor={(editor) => <ContactsPicker editor={editor} companyId={companyId} />}
      onSave={onSave}
      isSame={sameList}
    />
  );
}

function CardLinks({ cards }: { cards: readonly CardRef[] }) {
  const titles = useCardTitles(cards);
  return (
    <span className={classes.links}>
      {cards.map((card) => (
        <CardLink key={card.id} card={card} title={titles.get(cardText(card))} />
      ))}
    </span>
  );
}

export function CreatedFact({ at }: { at: string }) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  return <FactField label={t("factCreated")} value={at} display={formats.exact(at)} />;
}
