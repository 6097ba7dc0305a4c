import type { Translated } from "@/shared/i18n";
import type en from "./en";

const ru: Translated<typeof en> = {
  title: "Непривязанные письма",
  emptyTitle: "Все письма на своих карточках",
  emptyText: "Здесь ждут письма, для которых портал не смог определить карточку сам.",
  keysWalk: "следующее, предыдущее ·",
  keysLink: "привязать",
  more: "Показать ещё",
  back: "К списку",
  noSubject: "Без темы",
  choices: "Куда относится письмо",
  suggested: "Вероятные карточки",
  otherwise: "Или",
  newLead: "Создать лид",
  newContact: "Создать контакт",
  existing: "Найти карточку",
  existingNote: "по имени, номеру, адресу или телефону",
  linked: "Письмо привязано: «{title}»",
  another: "Выбрать другую карточку",
  standsOn: "Письмо на карточке:",
  chooseTitle: "Привязать письмо к карточке",
  chooseLabel: "Имя, номер, адрес или телефон",
  nothing: "Ничего не найдено. Попробуйте часть имени.",
  reason_unknown_sender: "Этого адреса пока нет ни у контакта, ни у лида.",
  reason_several_open_deals: "У отправителя несколько открытых сделок.",
  reason_not_authenticated:
    "Не доказано, что письмо пришло с этого адреса. Прочитайте его, прежде чем привязать.",
};

export default ru;
