import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  title: "Уведомления",
  show: "Какие показать",
  unread: "Непрочитанные",
  all: "Все",
  unreadCount:
    "{count, plural, one {# непрочитанное} few {# непрочитанных} many {# непрочитанных} other {# непрочитанных}}",
  read: "Прочитано",
  readAll: "Отметить все прочитанными",
  more: "Показать ещё",
  empty: "Всё прочитано",
  emptyAll: "Уведомлений пока нет",
  emptyText: "Здесь будут письма по вашим карточкам, упоминания, напоминания и пришедшие файлы.",
};

export default ru;
