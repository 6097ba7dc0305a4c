"""What a template becomes before the emulator takes it."""

from infra.local import patches
from infra.local.settings import from_environment
from tests.infra.cloud import Cloud


def test_queues_are_worked_on_by_few_and_streams_in_order(local: Cloud) -> None:
    """Each batch of a queue beside another costs a process here; a stream's mapping refuses the bound."""
    template, _ = patches.patched(local.templates["crm"], from_environment())
    resources = template["Resources"].values()
    mappings = [
        r["Properties"] for r in resources if r["Type"] == "AWS::Lambda::EventSourceMapping"
    ]
    bounds = {each.get("ScalingConfig", {}).get("MaximumConcurrency") for each in mappings}
    streams = [each for each in mappings if "StartingPosition" in each]
    assert bounds == {2, None}
    assert streams
    assert not any("ScalingConfig" in each for each in streams)


def test_nothing_runs_out_of_time_before_the_gateway_does(local: Cloud) -> None:
    """Signing in waits for two functions of which one may take five seconds in the cloud, and both may have to start."""
    template, _ = patches.patched(local.templates["people"], from_environment())
    functions = [
        r["Properties"]
        for r in template["Resources"].values()
        if r["Type"] == "AWS::Serverless::Function"
    ]
    assert functions
    assert all(each["Timeout"] >= 29 for each in functions)
