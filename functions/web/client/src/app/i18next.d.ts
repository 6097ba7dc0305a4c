import "i18next";
import type clients from "@/features/clients/locales/en";
import type inbox from "@/features/inbox/locales/en";
import type notifications from "@/features/notifications/locales/en";
import type people from "@/features/people/locales/en";
import type room from "@/features/room/locales/en";
import type settings from "@/features/settings/locales/en";
import type upload from "@/features/upload/locales/en";
import type card from "@/features/card/locales/en";
import type deals from "@/features/deals/locales/en";
import type myDay from "@/features/my-day/locales/en";
import type session from "@/features/session/locales/en";
import type common from "@/shared/i18n/locales/common/en";
import type convert from "@/shared/i18n/locales/convert/en";
import type lists from "@/shared/i18n/locales/lists/en";
import type filters from "@/shared/i18n/locales/filters/en";
import type search from "@/shared/i18n/locales/search/en";
import type own from "@/shared/i18n/locales/own/en";
import type erasing from "@/shared/i18n/locales/erasing/en";
import type exporting from "@/shared/i18n/locales/exporting/en";
import type imports from "@/shared/i18n/locales/imports/en";
import type findings from "@/shared/i18n/locales/findings/en";
import type files from "@/shared/i18n/locales/files/en";
import type health from "@/shared/i18n/locales/health/en";
import type mail from "@/shared/i18n/locales/mail/en";
import type security from "@/shared/i18n/locales/security/en";
import type letter from "@/shared/i18n/locales/letter/en";
import type editor from "@/shared/i18n/locales/editor/en";
import type templates from "@/shared/i18n/locales/templates/en";
import type hours from "@/shared/i18n/locales/hours/en";
import type stay from "@/shared/i18n/locales/stay/en";
import type pulse from "@/shared/i18n/locales/pulse/en";
import type outgoing from "@/shared/i18n/locales/outgoing/en";
import type telling from "@/shared/i18n/locales/telling/en";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    keySeparator: false;
    // The rules of ICU are i18next-icu's to read, not the type checker's.
    strictKeyChecks: false;
    resources: {
      common: typeof common;
      files: typeof files;
      findings: typeof findings;
      erasing: typeof erasing;
      exporting: typeof exporting;
      imports: typeof imports;
      own: typeof own;
      letter: typeof letter;
      security: typeof security;
      health: typeof health;
      mail: typeof mail;
      outgoing: typeof outgoing;
      telling: typeof telling;
      editor: typeof editor;
      templates: typeof templates;
      hours: typeof hours;
      stay: typeof stay;
      pulse: typeof pulse;
      convert: typeof convert;
      lists: typeof lists;
      filters: typeof filters;
      search: typeof search;
      session: typeof session;
      card: typeof card;
      deals: typeof deals;
      "my-day": typeof myDay;
      clients: typeof clients;
      inbox: typeof inbox;
      notifications: typeof notifications;
      people: typeof people;
      room: typeof room;
      settings: typeof settings;
      upload: typeof upload;
    };
  }
}
