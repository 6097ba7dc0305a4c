"""How the functions of a template run here, unlike in the cloud; each change tells whether there was anything to do."""

from typing import Any

from infra import dependencies
from infra.local.settings import HOST, Settings

Template = dict[str, Any]

# The least that Lambda takes.
_BATCHES_AT_ONCE = 2
# As long as the gateway waits.
_LEISURE = 29


def call_peers_here(template: Template, settings: Settings) -> bool:
    """`https://<id>.execute-api.<region>.<suffix>/api` becomes the emulator's own path."""
    base = f"http://{HOST}:{settings.emulator_port}/_aws/execute-api/"
    found = False
    for variables in _environments(template):
        for name in [name for name in variables if name.endswith("_API")]:
            parts = variables[name]["Fn::Join"][1]
            variables[name] = {"Fn::Join": ["", [base, parts[1], "/api"]]}
            found = True
    return found


def read_dependencies_in_place(template: Template, _: Settings) -> bool:
    """Unpacked anew for each function, the third-party layer would fill the disk and the start of each."""
    resources = template["Resources"]
    layers = [n for n, found in resources.items() if _is_dependencies_layer(found)]
    for name in layers:
        del resources[name]
    for function in _functions(template):
        kept = [layer for layer in function["Layers"] if layer.get("Ref") not in layers]
        function["Layers"] = kept
        function["Environment"]["Variables"]["PYTHONPATH"] = str(dependencies.layer() / "python")
    return bool(layers)


def work_on_few_batches(template: Template, _: Settings) -> bool:
    """Each batch that is worked on beside another takes a process of its own, which has to start first."""
    found = template["Resources"].values()
    mappings = [r["Properties"] for r in found if r["Type"] == "AWS::Lambda::EventSourceMapping"]
    # Streams are read in order, one batch after the other, and take no such bound.
    queues = [each for each in mappings if "StartingPosition" not in each]
    for each in queues:
        each["ScalingConfig"] = {"MaximumConcurrency": _BATCHES_AT_ONCE}
    return bool(queues)


def start_at_leisure(template: Template, _: Settings) -> bool:
    """A function that runs out of time while it starts is killed, and the next call begins again."""
    hasty = [each for each in _functions(template) if each.get("Timeout", 0) < _LEISURE]
    for function in hasty:
        function["Timeout"] = _LEISURE
    return bool(hasty)


def _is_dependencies_layer(resource: dict[str, Any]) -> bool:
    if resource["Type"] != "AWS::Lambda::LayerVersion":
        return False
    return str(resource["Properties"]["LayerName"]).endswith("-dependencies")


def _functions(template: Template) -> list[dict[str, Any]]:
    found = template["Resources"].values()
    return [r["Properties"] for r in found if r["Type"] == "AWS::Serverless::Function"]


def _environments(template: Template) -> list[dict[str, Any]]:
    return [function["Environment"]["Variables"] for function in _functions(template)]
