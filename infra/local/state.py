"""What must be done to the emulator's state so that a restart neither loses nor repeats anything."""

import json

from infra.local.settings import Settings

_POSITIONS = "dynamodb_stream_positions"


def forget_stream_positions(settings: Settings) -> None:
    """Has every stream mapping begin anew with the streams.

    The emulator keeps how far each mapping has read and not the records it has read; after a restart
    the streams are empty and the mappings would pass over as many new records as they had once read.
    """
    path = settings.state / "services" / "lambda.json"
    if path.exists():
        state = json.loads(path.read_text(encoding="utf-8"))
        state["payload"][_POSITIONS]["data"] = {}
        path.write_text(json.dumps(state), encoding="utf-8")
