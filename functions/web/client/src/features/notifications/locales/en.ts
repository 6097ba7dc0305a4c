const en = {
  title: "Notifications",
  show: "Which to show",
  unread: "Unread",
  all: "All",
  unreadCount: "{count, plural, one {# unread} other {# unread}}",
  read: "Mark as read",
  readAll: "Mark all as read",
  more: "Show more",
  empty: "Everything is read",
  emptyAll: "No notifications yet",
  emptyText: "Letters on your cards, mentions, reminders and files that came will be here.",
};

export default en;
