import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { QuickForm, type QuickField, type QuickValues, useToasts } from "@/shared/ui";

interface CreatingProps {
  verb: string;
  name: string;
  fields: readonly QuickField[];
  initial?: QuickValues;
  save: (values: QuickValues) => Promise<unknown>;
  /** The list that is asked anew afterwards. */
  path: string;
}

/** A button that opens the form of something new. */
export function Creating({ verb, name, fields, initial, save, path }: CreatingProps) {
  const { t } = useTranslation("settings");
  const client = useQueryClient();
  const toasts = useToasts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {verb}
      </Button>
      {open && (
        <QuickForm
          title={verb}
          verb={t("create")}
          draft={`new-${name}`}
          fields={fields}
          initial={initial}
          onSubmit={async (values) => {
            await save(values);
            toasts.done(t("saved"));
            await client.invalidateQueries({ queryKey: ["get", path] });
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
