import classes from "./alike.module.css";

/** How an `Alert` looks that there may be such a card already. */
export const notice = { root: classes.notice, title: classes.title, message: classes.message };
