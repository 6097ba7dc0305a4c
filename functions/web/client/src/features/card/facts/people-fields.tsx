import { MultiSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type AnyCard, useColleagues } from "@/shared/api";
import { Face, type FactEditor, FactField } from "@/shared/ui";
import { renderNoted, usePeopleOptions } from "@/shared/ui/absences/people-options";
import { OwnerAbsence } from "@/shared/ui/absences/owner-absence";
import { choiceEditor } from "@/shared/ui/fact-editors";
import { type Save, sameList } from "./fields";
import classes from "./fields.module.css";

/** Who answers for a card, and who works on it with him. */
export function PeopleFields({
  record,
  onOwner,
  onParticipants,
}: {
  record: AnyCard;
  onOwner: Save<string>;
  onParticipants: Save<readonly string[]>;
}) {
  const { t } = useTranslation("card");
  const colleagues = useColleagues();
  const options = usePeopleOptions(colleagues);
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.name ?? "…";
  const participants = record.participant_ids ?? [];
  return (
    <>
      <FactField<string | null>
        label={t("factOwner")}
        value={record.owner_id}
        display={
          record.owner_name && (
            <>
              <PersonName name={record.owner_name} />
              <OwnerAbsence personId={record.owner_id} />
            </>
          )
        }
        editor={choiceEditor(options, false)}
        onSave={(id) => (id ? onOwner(id) : Promise.resolve())}
      />
      <FactField<readonly string[]>
        label={t("factParticipants")}
        value={participants}
        display={
          participants.length > 0
            ? participants.map((id) => <PersonName key={id} name={nameOf(id)} />)
            : null
        }
        editor={severalEditor(options)}
        onSave={onParticipants}
        isSame={sameList}
      />
    </>
  );
}

function PersonName({ name }: { name: string }) {
  return (
    <span className={classes.person}>
      <Face name={name} silent />
      <span>{name}</span>
    </span>
  );
}

function severalEditor(options: { value: string; label: string }[]) {
  return (editor: FactEditor<readonly string[]>) => (
    <MultiSelect
      id={editor.id}
      size="xs"
      autoFocus
      searchable
      defaultDropdownOpened
      data={options}
      renderOption={renderNoted}
      value={[...editor.value]}
      error={editor.invalid}
      onChange={editor.change}
      onBlur={() => editor.commit()}
    />
  );
}
