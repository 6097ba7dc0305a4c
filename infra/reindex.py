"""Makes the index of cards anew from the cards: `python -m infra.reindex <stage>`.

People may work meanwhile, and it may be broken off and repeated: each card is brought to what it says.
"""

import json
import sys
from collections.abc import Iterator

from infra.clients import Clients, of_stage


class NotIndexedError(Exception):
    """The function failed; the text says why."""


def pages(clients: Clients, stage: str) -> Iterator[int]:
    """Indexes all the cards, and tells of each page how many there were at least.

    Raises:
        NotIndexedError: a page could not be indexed; those before it are.
    """
    function, event = f"portal-{stage}-crm-reindex", "{}"
    while True:
        answer = clients("lambda").invoke(FunctionName=function, Payload=event)
        event = answer["Payload"].read().decode()
        progress = json.loads(event)
        if "FunctionError" in answer:
            raise NotIndexedError(f"{function} failed: {progress['errorMessage']}")
        if progress is None:
            return
        yield progress["cards"]


def main(stage: str) -> int:
    """The exit status."""
    done = 0
    try:
        for cards in pages(of_stage(stage), stage):
            done += cards
            print(f"{done} cards ...")
    except NotIndexedError as error:
        print(error, file=sys.stderr)
        return 1
    print("All cards are indexed.")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
