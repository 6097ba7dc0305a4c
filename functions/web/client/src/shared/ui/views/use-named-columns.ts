import { useNavigate, useSearch } from "@tanstack/react-router";
import type { NamedColumns } from "../use-columns";
import type { ListSearch } from "./state";

/** The columns that the address names, as one that comes from a kept view does. */
export function useNamedColumns(): NamedColumns | undefined {
  const { columns }: ListSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  if (!columns) return undefined;
  return {
    keys: columns,
    onChange: (keys) =>
      void navigate({
        to: ".",
        search: (before: object) => ({ ...before, columns: keys ?? undefined }),
        replace: true,
      }),
  };
}
