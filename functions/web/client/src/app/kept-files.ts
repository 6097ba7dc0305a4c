/** Takes the new version, and shows the page anew with it. */
export type TakeOver = () => void;

const LOOK_EVERY_MS = 30 * 60_000;
const QUIET_MS = 5_000;

/**
 * Has the browser keep the portal's files, all of them once nothing else is going on, and offers a new version when
 * one has come while the page is open. One that came before is taken at once: the page is of that version already.
 */
export async function keepFiles(offer: (takeOver: TakeOver) => void): Promise<void> {
  const worker = navigator.serviceWorker;
  const registration = await worker.register("/service-worker.js");
  registration.waiting?.postMessage("take-over");
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      // With nobody in charge yet it is the first version that this browser has seen.
      if (coming.state === "installed" && worker.controller) offer(() => takeOver(coming));
    });
  });
  worker.addEventListener("controllerchange", keepAll);
  void worker.ready.then(keepAll);
  lookForNew(registration);
}

function takeOver(coming: ServiceWorker): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  coming.postMessage("take-over");
}

function keepAll(): void {
  const saving = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
  if (saving) return;
  setTimeout(() => navigator.serviceWorker.controller?.postMessage("keep-all"), QUIET_MS);
}

/** A page stays open for days here; the browser itself looks only when it is opened. */
function lookForNew(registration: ServiceWorkerRegistration): void {
  let last = Date.now();
  const look = () => {
    if (document.hidden || Date.now() - last < LOOK_EVERY_MS) return;
    last = Date.now();
    void registration.update().catch(() => undefined);
  };
  document.addEventListener("visibilitychange", look);
  setInterval(look, LOOK_EVERY_MS);
}
