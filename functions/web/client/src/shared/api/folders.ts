import { $api } from "./client";

/** The folders of the reader's shared mailboxes, with how many letters wait in each. */
export function useFolders() {
  return $api.useQuery("get", "/api/communications/folders");
}
