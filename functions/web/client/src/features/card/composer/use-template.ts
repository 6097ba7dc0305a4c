import { useTranslation } from "react-i18next";
import { api, bodyOf, type CardRef, type Schemas } from "@/shared/api";
import { isLanguage } from "@/shared/i18n";
import { useToasts } from "@/shared/ui";
import { usePlaceholders } from "@/shared/ui/rich-text/placeholders";
import type { LetterDraft } from "./letter-draft";

const PATH = "/api/communications/templates/{template_id}/letter";

/** A letter with a template in it: beneath what is written, and under its subject where the letter has none. */
export function withTemplate(
  draft: Pick<LetterDraft, "subject" | "html">,
  filled: { subject: string; html: string },
): Pick<LetterDraft, "subject" | "html"> {
  return {
    subject: draft.subject.trim() === "" ? filled.subject : draft.subject,
    html: draft.html + filled.html,
  };
}

/** Puts a template, filled in for the card and the contact written to, into the letter. */
export function useTemplate(
  card: CardRef,
  read: () => LetterDraft,
  set: (part: Partial<LetterDraft>) => void,
) {
  const { t, i18n } = useTranslation("templates");
  const toasts = useToasts();
  const { toWords } = usePlaceholders();
  return async (template: Schemas["TemplateItem"], contactId: string | undefined) => {
    const language = isLanguage(i18n.language) ? i18n.language : "ru";
    const params = { path: { template_id: template.id } };
    const body = { card: { kind: card.kind, id: card.id }, contact_id: contactId, language };
    try {
      const filled = await bodyOf(api.POST(PATH, { params, body }));
      const { subject, html } = read();
      set(
        withTemplate(
          { subject, html },
          { subject: toWords(filled.subject), html: toWords(filled.html) },
        ),
      );
      toasts.done(t("used"), () => set({ subject, html }));
    } catch (error) {
      toasts.failed(error);
    }
  };
}
