import type { AnyCard, CardKind } from "./cards";
import { api, bodyOf, type Schemas } from "./client";
import type { Person } from "./session";

/** Makes somebody else answer for a card. */
export function giveCard(kind: CardKind, card_id: string, owner_id: string): Promise<AnyCard> {
  const request = { params: { path: { card_id } }, body: { owner_id } };
  switch (kind) {
    case "deal":
      return bodyOf(api.PATCH("/api/crm/deals/{card_id}", request));
    case "contact":
      return bodyOf(api.PATCH("/api/crm/contacts/{card_id}", request));
    case "company":
      return bodyOf(api.PATCH("/api/crm/companies/{card_id}", request));
    case "lead":
      return bodyOf(api.PATCH("/api/crm/leads/{card_id}", request));
  }
}

type Heir = Pick<Schemas["PersonView"], "id" | "department_ids">;
type Giver = Pick<Person, "id" | "roles" | "headed_department_ids">;

/** Whether who gives a card away still sees it afterwards, and so can take it back. */
export function staysInSight(
  card: Pick<AnyCard, "participant_ids">,
  giver: Giver,
  heir: Heir,
): boolean {
  return (
    giver.roles.includes("owner") ||
    giver.id === heir.id ||
    (card.participant_ids ?? []).includes(giver.id) ||
    heir.department_ids.some((id) => giver.headed_department_ids.includes(id))
  );
}
