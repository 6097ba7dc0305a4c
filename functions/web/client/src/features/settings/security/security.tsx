import { usePerson } from "@/shared/api";
import { Factor } from "./factor";
import { Notes } from "./notes";
import { Policy } from "./policy";
import { Provider } from "./provider";
import { Sessions } from "./sessions";

/** How one signs in, and where one is signed in. */
export default function Security() {
  const owner = usePerson().roles.includes("owner");
  return (
    <>
      <Factor />
      <Provider />
      <Sessions />
      <Notes />
      {owner && <Policy />}
    </>
  );
}
