import { IconBeach } from "@tabler/icons-react";
import { useAbsenceOf } from "@/shared/api";
import classes from "./absences.module.css";
import { useAbsenceWords } from "./absence-words";

/** Beside a colleague's name: that he is away, until when, and who stands in; nothing where he is there. */
export function OwnerAbsence({ personId }: { personId: string | null }) {
  const absence = useAbsenceOf(personId);
  const words = useAbsenceWords();
  if (!absence) return null;
  return (
    <span className={classes.away}>
      <IconBeach size={14} aria-hidden />
      {words(absence)}
    </span>
  );
}
