import { Tooltip } from "@mantine/core";
import { IconBeach } from "@tabler/icons-react";
import { type StaffAbsence, useAbsenceOf } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { Face } from "../face";
import classes from "./absences.module.css";
import { useAbsenceWords } from "./absence-words";

interface PersonFaceProps {
  id: string | null;
  name: string;
  size?: number;
  silent?: boolean;
}

/** A colleague in a circle, with a mark that says when he is away now; otherwise as `Face`. */
export function PersonFace({ id, ...face }: PersonFaceProps) {
  const absence = useAbsenceOf(id);
  const today = useFormats().dayKey(new Date());
  if (!absence || absence.since > today) return <Face {...face} />;
  return <AwayFace absence={absence} {...face} />;
}

function AwayFace({
  absence,
  name,
  size,
  silent,
}: Omit<PersonFaceProps, "id"> & { absence: StaffAbsence }) {
  const away = useAbsenceWords()(absence);
  const words = silent ? away : `${name}. ${away}`;
  return (
    <Tooltip label={words} multiline maw={280} events={{ hover: true, focus: true, touch: true }}>
      <span className={classes.face} role="img" aria-label={words}>
        <Face name={name} size={size} silent />
        <IconBeach className={classes.mark} size={14} aria-hidden />
      </span>
    </Tooltip>
  );
}
