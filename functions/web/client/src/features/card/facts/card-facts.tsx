import type { AnyCard, CardKind, Company, Contact, Deal, Lead } from "@/shared/api";
import { CompanyFacts } from "./company-facts";
import { ContactFacts } from "./contact-facts";
import { DealFacts } from "./deal-facts";
import { LeadFacts } from "./lead-facts";

/** The facts of a card, in the order in which people look for them. */
export function CardFacts({ kind, record }: { kind: CardKind; record: AnyCard }) {
  switch (kind) {
    case "deal":
      return <DealFacts deal={record as Deal} />;
    case "contact":
      return <ContactFacts contact={record as Contact} />;
    case "company":
      return <CompanyFacts company={record as Company} />;
    case "lead":
      return <LeadFacts lead={record as Lead} />;
  }
}
