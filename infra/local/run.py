"""`make run`: everything up, in order; then everything down, in the reverse order."""

import asyncio
import shutil
import signal
from contextlib import AsyncExitStack

from infra import stage
from infra.local import drain, emulator, listening, smtp, synth, watch
from infra.local.console import say, step
from infra.local.demo.company import CLIENT, DOMAIN, EMPLOYEES, OWNER, PASSWORD
from infra.local.errors import EmulatorError, LocalError
from infra.local.portal import Portal
from infra.local.proxy import Proxy
from infra.local.relay import Relay
from infra.local.seed import seed
from infra.local.settings import Settings

_NEEDED_BYTES = 1024**3


async def run(settings: Settings) -> None:
    """Runs the portal until it is told to stop.

    Raises:
        LocalError: it could not start, or the emulator died.
    """
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    running = asyncio.create_task(_stand(settings))
    waiting = asyncio.create_task(stopped.wait())
    await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
    if not running.done():
        say("Stopping; the state is kept ...")
        running.cancel()
    waiting.cancel()
    await asyncio.gather(running, return_exceptions=stopped.is_set())
    say("Stopped.")


async def _stand(settings: Settings) -> None:
    _require_space(settings)
    async with AsyncExitStack() as stack:
        web = listening.bound("PORT", settings.port)
        mail = listening.bound("SMTP_PORT", settings.smtp_port)
        relay = listening.bound("RELAY_PORT", settings.relay_port)
        listening.require_free("EMULATOR_PORT", settings.emulator_port)
        with step("Synthesising the CDK app"):
            await asyncio.to_thread(synth.synthesise, settings)
        with step("Starting the emulator"):
            process = await stack.enter_async_context(emulator.running(settings))
        await stack.enter_async_context(listening.serving(Relay(settings).app, relay))
        portal = Portal(settings)
        with step("Deploying"):
            await asyncio.to_thread(portal.deploy)
        stack.push_async_callback(_settle, settings)
        proxy = Proxy(settings, portal.address_of)
        await stack.enter_async_context(listening.serving(proxy.app, web))
        inbound = smtp.Inbound(stage.load(settings.stage).mail_domain, portal.keep_letter)
        await stack.enter_async_context(smtp.receiving(inbound, mail))
        await _furnish(settings)
        proxy.ready = True
        _welcome(settings)
        await _until_dead(settings, portal, process)


async def _settle(settings: Settings) -> None:
    with step("The doors are closed; letting what came in come to rest"):
        await drain.until_quiet(settings)


async def _furnish(settings: Settings) -> None:
    try:
        with step("Furnishing the demo company, the first time only"):
            await asyncio.to_thread(seed, settings)
    except LocalError as error:
        say(f"The demo company is not complete; the next start goes on with it. {error}")


async def _until_dead(
    settings: Settings, portal: Portal, process: asyncio.subprocess.Process
) -> None:
    def redeploy() -> list[str]:
        synth.synthesise(settings)
        return portal.deploy()

    watching = asyncio.create_task(watch.redeploying(redeploy)) if settings.watch else None
    try:
        await process.wait()
    finally:
        if watching:
            watching.cancel()
    raise EmulatorError(f"The emulator has died:\n{emulator.log_tail(settings)}")


def _require_space(settings: Settings) -> None:
    settings.home.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(settings.home).free
    if free < _NEEDED_BYTES:
        raise LocalError(
            f"The disk is full: {free >> 20} MB are free and {_NEEDED_BYTES >> 20} MB are needed."
        )


def _welcome(settings: Settings) -> None:
    say(f"The portal is ready at {settings.portal_url}")
    say(
        f"Mail for the company comes in at 127.0.0.1:{settings.smtp_port}; sent mail is in {settings.outbox}"
    )
    logins = (OWNER, *(employee.login for employee in EMPLOYEES), CLIENT)
    say(f"Sign in as {', '.join(f'{login}@{DOMAIN}' for login in logins)}")
    say(f"Every demo account has the password {PASSWORD}")
    say("Ctrl-C stops it and keeps the state.")
