import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type CardKind, cardText, useCardTitles } from "@/shared/api";
import { type FactEditor, useToasts } from "@/shared/ui";
import { CardPicker } from "./card-picker";

/** Chooses the company of a card, or makes one of the name that was typed. */
export function CompanyPicker({ editor }: { editor: FactEditor<string | null> }) {
  const { t } = useTranslation("card");
  const titles = useTitles("company", editor.value === null ? [] : [editor.value]);
  const make = useMaking((name) =>
    bodyOf(api.POST("/api/crm/companies", { body: { name, own_later: true } })),
  );
  return (
    <CardPicker
      id={editor.id}
      kind="company"
      chosen={editor.value === null ? [] : [editor.value]}
      titles={titles}
      invalid={editor.invalid}
      newLabel={(name) => t("newCompany", { name })}
      onNew={async (name) => {
        const id = await make(name);
        if (id) editor.commit(id);
      }}
      onAdd={(id) => editor.commit(id)}
      onRemove={() => editor.commit(null)}
      onLeave={editor.cancel}
    />
  );
}

interface ContactsPickerProps {
  editor: FactEditor<readonly string[]>;
  companyId: string | null;
}

/** Chooses the contacts of a deal; somebody new needs no more than a name. */
export function ContactsPicker({ editor, companyId }: ContactsPickerProps) {
  const { t } = useTranslation("card");
  const titles = useTitles("contact", editor.value);
  const make = useMaking((name) =>
    bodyOf(
      api.POST("/api/crm/contacts", { body: { name, company_id: companyId, own_later: true } }),
    ),
  );
  return (
    <CardPicker
      id={editor.id}
      kind="contact"
      chosen={editor.value}
      titles={titles}
      invalid={editor.invalid}
      newLabel={(name) => t("newContact", { name })}
      onNew={async (name) => {
        const id = await make(name);
        if (id) editor.change([...editor.value, id]);
      }}
      onAdd={(id) => editor.change([...editor.value, id])}
      onRemove={(id) => editor.change(editor.value.filter((each) => each !== id))}
      onLeave={() => editor.commit()}
    />
  );
}

function useTitles(kind: CardKind, ids: readonly string[]): ReadonlyMap<string, string> {
  const titles = useCardTitles(ids.map((id) => ({ kind, id })));
  return new Map(ids.map((id) => [id, titles.get(cardText({ kind, id })) ?? "…"]));
}

/** Makes a card and says why when it was not made: what was typed stays. */
function useMaking(post: (name: string) => Promise<{ id: string }>) {
  const toasts = useToasts();
  const client = useQueryClient();
  return async (name: string): Promise<string | null> => {
    try {
      const { id } = await post(name);
      void client.invalidateQueries({ queryKey: ["newest"] });
      return id;
    } catch (error) {
      toasts.failed(error);
      return null;
    }
  };
}
