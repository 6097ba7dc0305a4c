import {
  type Icon,
  IconAddressBook,
  IconBuilding,
  IconBriefcase2,
  IconInbox,
  IconSun,
  IconTargetArrow,
  IconUsers,
} from "@tabler/icons-react";
import type { ParseKeys } from "i18next";

export interface Section {
  to: string;
  label: ParseKeys;
  icon: Icon;
  /** Stands in the bottom bar of a phone; the others are under "more". */
  onPhone?: boolean;
}

/** The rail, in its order. */
export const SECTIONS: readonly Section[] = [
  { to: "/", label: "navMyDay", icon: IconSun, onPhone: true },
  { to: "/deals", label: "navDeals", icon: IconBriefcase2, onPhone: true },
  { to: "/inbox", label: "navInbox", icon: IconInbox, onPhone: true },
  { to: "/leads", label: "navLeads", icon: IconTargetArrow },
  { to: "/contacts", label: "navContacts", icon: IconAddressBook, onPhone: true },
  { to: "/companies", label: "navCompanies", icon: IconBuilding },
  { to: "/people", label: "navPeople", icon: IconUsers },
];
