import { Face } from "@/shared/ui";
import classes from "./clients.module.css";

export function MailLink({ address }: { address: string | undefined }) {
  if (!address) return null;
  return (
    <a className={classes.quiet} href={`mailto:${address}`} title={address}>
      {address}
    </a>
  );
}

export function PhoneLink({ number }: { number: string | undefined }) {
  if (!number) return null;
  return (
    <a className={`${classes.quiet} tabular`} href={`tel:${number}`}>
      {number}
    </a>
  );
}

export function Owner({ name }: { name: string | null | undefined }) {
  if (!name) return null;
  return (
    <span className={classes.owner}>
      <Face name={name} silent />
      <span>{name}</span>
    </span>
  );
}
