import {
  IconAddressBook,
  IconBriefcase2,
  IconBuilding,
  IconTargetArrow,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type CardKind, cardPath, type CardRef } from "../api/cards";

const ICONS = {
  deal: IconBriefcase2,
  contact: IconAddressBook,
  company: IconBuilding,
  lead: IconTargetArrow,
} as const;

const NAMES = {
  deal: "cardDeal",
  contact: "cardContact",
  company: "cardCompany",
  lead: "cardLead",
} as const;

export function CardIcon({ kind, size = 18 }: { kind: CardKind; size?: number }) {
  const Icon = ICONS[kind];
  return <Icon size={size} stroke={1.75} aria-hidden />;
}

export function useCardKindName(): (kind: CardKind) => string {
  const { t } = useTranslation();
  return (kind) => t(NAMES[kind]);
}

interface CardLinkProps {
  card: CardRef;
  /** Its title, or what stands for it while that is on its way. */
  title: string | undefined;
  className?: string;
}

export function CardLink({ card, title, className }: CardLinkProps) {
  const kindName = useCardKindName();
  return (
    <Link to={cardPath(card)} className={className}>
      {title ?? kindName(card.kind)}
    </Link>
  );
}
