import { Button } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { acceptOf } from "./formats";
import classes from "./files.module.css";

interface DropZoneProps {
  types: readonly string[];
  onFiles: (files: File[]) => void;
  /** What the drop is about, for those who hear the button. */
  label?: string;
  quiet?: boolean;
}

/** Where files are dropped; the button inside is for everybody. */
export function DropZone({ types, onFiles, label, quiet }: DropZoneProps) {
  const { t } = useTranslation("files");
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    // A folder comes as a file without a type and of no size, and is told of as such.
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      data-quiet={quiet || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {!quiet && <IconFileUpload size={32} stroke={1.5} aria-hidden />}
      <ChooseFiles types={types} onFiles={onFiles} label={label} multiple>
        {t("choose")}
      </ChooseFiles>
      <span className={classes.dropHint}>{over ? t("dropNow") : t("drop")}</span>
    </div>
  );
}

interface ChooseFilesProps {
  types: readonly string[];
  onFiles: (files: File[]) => void;
  children: ReactNode;
  label?: string;
  multiple?: boolean;
  small?: boolean;
}

/** A button that opens the system's file chooser. */
export function ChooseFiles({
  types,
  onFiles,
  children,
  label,
  multiple,
  small,
}: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        className={classes.choose}
        variant={small ? "default" : "filled"}
        size={small ? "compact-sm" : "sm"}
        aria-label={label}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        aria-label={label ?? (typeof children === "string" ? children : undefined)}
        accept={acceptOf(types)}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
