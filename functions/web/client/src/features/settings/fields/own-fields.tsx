import { Button, SegmentedControl, VisuallyHidden } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type OwnField, useFieldBook, usePerson } from "@/shared/api";
import { Section } from "../section";
import settings from "../settings.module.css";
import { FieldForm } from "./field-form";
import { FieldGroups } from "./field-groups";
import classes from "./fields.module.css";
import { moved } from "./layout";
import { useFieldChanges } from "./use-fields";

const KINDS = ["deal", "lead", "contact", "company"] as const;

/** The fields that the company has added to its cards; owners shape them, others see what there is. */
export function OwnFields() {
  const { t } = useTranslation("settings");
  const owner = usePerson().roles.includes("owner");
  const [kind, setKind] = useState<OwnField["kind"]>("deal");
  const [form, setForm] = useState<OwnField | "new" | null>(null);
  const fields = useFieldBook(kind);
  return (
    <Section
      title={t("ownFields")}
      text={t("ownFieldsText")}
      action={
        owner && (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() => setForm("new")}
          >
            {t("newOwnField")}
          </Button>
        )
      }
    >
      <SegmentedControl
        className={classes.kinds}
        aria-label={t("ownFieldsKind")}
        value={kind}
        onChange={(value) => setKind(KINDS.find((one) => one === value) ?? "deal")}
        data={KINDS.map((one) => ({ value: one, label: t(`kind_${one}`) }))}
      />
      {fields && fields.length > 0 && (
        <FieldList key={kind} kind={kind} fields={fields} owner={owner} onEdit={setForm} />
      )}
      {fields?.length === 0 && (
        <p className={settings.text}>
          {t("noOwnFields")} {owner && t("noOwnFieldsText")}
        </p>
      )}
      {form !== null && (
        <FieldForm
          kind={kind}
          field={form === "new" ? null : form}
          known={fields ?? []}
          onClose={() => setForm(null)}
        />
      )}
    </Section>
  );
}

interface FieldListProps {
  kind: OwnField["kind"];
  fields: readonly OwnField[];
  owner: boolean;
  onEdit: (field: OwnField) => void;
}

/** The fields in their order; while one is being moved, as they would stand. */
function FieldList({ kind, fields, owner, onEdit }: FieldListProps) {
  const { t } = useTranslation("settings");
  const changes = useFieldChanges();
  const [drawn, setDrawn] = useState<readonly OwnField[] | null>(null);
  const [said, setSaid] = useState("");
  const shown = drawn ?? fields;
  const save = async (after: readonly OwnField[]) => {
    setDrawn(after);
    await changes.layOut(kind, fields, after);
    setDrawn(null);
  };
  const place = (from: number, to: number) => {
    const after = moved(shown, from, to);
    const field = shown[from];
    const at = after.findIndex(({ id }) => id === field?.id);
    const group = after[at]?.group ?? t("ungrouped");
    if (field)
      setSaid(t("fieldAt", { field: field.name, place: at + 1, all: after.length, group }));
    return after;
  };
  return (
    <>
      <FieldGroups
        fields={shown}
        owner={owner}
        onEdit={onEdit}
        onHide={(field) => void changes.hide(field, !field.hidden)}
        onMove={(from, to) => setDrawn(place(from, to))}
        onDrop={() => drawn && void save(drawn)}
        onStep={(from, by) => void save(place(from, from + by))}
        onGroups={(after) => void save(after)}
      />
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
