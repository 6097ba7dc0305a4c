import type { ComboboxItem } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { type StaffAbsence, useStaffAbsences } from "@/shared/api";
import classes from "./absences.module.css";
import { useAbsenceWords } from "./absence-words";

/** What may be chosen; the note stands below its name where it is offered, and not where it was chosen. */
export interface NotedOption {
  value: string;
  label: string;
  note?: string;
}

interface Named {
  id: string;
  name: string;
}

/** Colleagues to choose from: whoever is away, or soon will be, has it beside his name. */
export function usePeopleOptions(people: readonly Named[]): NotedOption[] {
  const absences = useStaffAbsences();
  const words = useAbsenceWords();
  return optionsOf(people, absences ?? [], words);
}

export function optionsOf(
  people: readonly Named[],
  absences: readonly StaffAbsence[],
  words: (absence: StaffAbsence) => string,
): NotedOption[] {
  const away = new Map(absences.map((absence) => [absence.person_id, absence]));
  return people.map(({ id, name }) => {
    const absence = away.get(id);
    return { value: id, label: name, note: absence && words(absence) };
  });
}

/** For `renderOption` of a choice of these. */
export function renderNoted({ option, checked }: { option: ComboboxItem; checked?: boolean }) {
  const { label, note }: NotedOption = option;
  return (
    <span className={classes.option}>
      {checked && <IconCheck size={14} aria-hidden />}
      <span>
        {label}
        {note && <span className={classes.note}>{note}</span>}
      </span>
    </span>
  );
}
