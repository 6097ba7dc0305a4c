"""Consumers understand what their neighbours have published."""

from importlib import import_module

import pytest
from tests.support.apps import FEATURES, functions_of
from tests.support.contracts import contracts, examples
from tests.support.scene import Scene
from tests.support.triggers import queued, streamed
from tests.support.world import World

STREAMS = {
    ("crm", "link"): (
        "communications.communication_received.v1",
        "communications.communication_sent.v1",
        "communications.communication_undelivered.v1",
        "communications.link_chosen.v1",
        "communications.link_removed.v1",
    )
}
"""Functions on a neighbour's stream, with what they hear there."""


def subscriptions(feature: str) -> list[str]:
    return sorted(import_module(f"chalicelib.{feature}.consumers").SUBSCRIPTIONS)


HEARD = [(feature, name) for feature in FEATURES for name in subscriptions(feature)]
STREAMED = [(*function, name) for function, names in STREAMS.items() for name in names]


@pytest.mark.parametrize("feature", FEATURES)
def test_nobody_listens_for_what_nobody_says(feature: str) -> None:
    """Every subscription is to a published event."""
    assert set(subscriptions(feature)) - set(contracts()) == set()


@pytest.mark.parametrize("feature", FEATURES)
def test_everyone_hears_of_ended_rights(feature: str) -> None:
    """A feature that did not listen would honour the tokens of a dismissed person."""
    assert "people.person_changed.v1" in subscriptions(feature)
    assert "consume" in functions_of(feature)


@pytest.mark.parametrize(("feature", "name"), HEARD)
def test_a_consumer_handles_the_published_example(world: World, feature: str, name: str) -> None:
    """Each example is handled, and handled again when the queue repeats it, where its people are known."""
    records, app = Scene(world).records, world.app(feature)
    told = queued(*examples("people.person_changed.v1"))
    assert app.invoke("consume", told) == {"batchItemFailures": []}
    events = [records.fit(event) for event in examples(name)]
    for _ in range(2):
        assert app.invoke("consume", queued(*events)) == {"batchItemFailures": []}


@pytest.mark.parametrize(("feature", "function", "name"), STREAMED)
def test_a_stream_is_understood(world: World, feature: str, function: str, name: str) -> None:
    """Each example on the neighbour's stream is handled: nothing is raised, nothing set aside."""
    records = Scene(world).records
    events = [records.fit(event) for event in examples(name)]
    for _ in range(2):
        # Setting a record aside would need a queue, and there is none here.
        world.app(feature).invoke(function, streamed(*events))
