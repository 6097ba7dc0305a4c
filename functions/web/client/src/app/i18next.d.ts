import "i18next";
import type card from "@/features/card/locales/en";
import type deals from "@/features/deals/locales/en";
import type myDay from "@/features/my-day/locales/en";
import type session from "@/features/session/locales/en";
import type common from "@/shared/i18n/locales/common/en";
import type search from "@/shared/i18n/locales/search/en";
import type letter from "@/shared/i18n/locales/letter/en";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    keySeparator: false;
    // The rules of ICU are i18next-icu's to read, not the type checker's.
    strictKeyChecks: false;
    resources: {
      common: typeof common;
      letter: typeof letter;
      search: typeof search;
      session: typeof session;
      card: typeof card;
      deals: typeof deals;
      "my-day": typeof myDay;
    };
  }
}
