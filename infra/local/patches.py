"""What the emulator cannot take, changed on the local copy of a template only."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from infra import stage
from infra.local import functions
from infra.local.settings import Settings
from infra.local.sign_in import ask_provider_directly

Template = functions.Template


@dataclass(frozen=True)
class Patch:
    """A change and the reason for it; `apply` changes the template in place and tells whether it did."""

    why: str
    apply: Callable[[Template, Settings], bool]


def patched(template: Template, settings: Settings) -> tuple[Template, list[str]]:
    """A copy of the template that the emulator takes, and why it differs."""
    copy: Template = json.loads(json.dumps(template))
    return copy, [patch.why for patch in PATCHES if patch.apply(copy, settings)]


def _drop_bootstrap_check(template: Template, _: Settings) -> bool:
    rules = template.pop("Rules", None)
    template.get("Parameters", {}).pop("BootstrapVersion", None)
    return rules is not None


def _drop_types(*types: str) -> Callable[[Template, Settings], bool]:
    def apply(template: Template, _: Settings) -> bool:
        resources = template["Resources"]
        dropped = [name for name, resource in resources.items() if resource["Type"] in types]
        for name in dropped:
            del resources[name]
        for resource in resources.values():
            _forget_dependencies(resource, dropped)
        return bool(dropped)

    return apply


def _forget_dependencies(resource: dict[str, Any], dropped: list[str]) -> None:
    depends = resource.get("DependsOn", [])
    left = [
        name for name in ([depends] if isinstance(depends, str) else depends) if name not in dropped
    ]
    if left:
        resource["DependsOn"] = left
    else:
        resource.pop("DependsOn", None)


def _allow_plain_http(template: Template, _: Settings) -> bool:
    found = False
    for resource in template["Resources"].values():
        document = resource.get("Properties", {}).get("PolicyDocument", {})
        kept = [s for s in document.get("Statement", []) if not _demands_tls(s)]
        if len(kept) != len(document.get("Statement", [])):
            document["Statement"], found = kept, True
    _drop_empty_policies(template)
    return found


def _demands_tls(statement: dict[str, Any]) -> bool:
    return "aws:SecureTransport" in json.dumps(statement.get("Condition", {}))


def _drop_empty_policies(template: Template) -> None:
    resources = template["Resources"]
    for name, resource in list(resources.items()):
        if resource.get("Properties", {}).get("PolicyDocument", {}).get("Statement") == []:
            del resources[name]


def _allow_any_source(template: Template, _: Settings) -> bool:
    found = False
    for statement in _role_statements(template):
        if "events:source" in json.dumps(statement.get("Condition", {})):
            del statement["Condition"]
            found = True
    return found


def _send_as_anybody(template: Template, _: Settings) -> bool:
    found = False
    for statement in _role_statements(template):
        if "ses:SendEmail" in statement["Action"]:
            statement["Resource"] = "*"
            found = True
    return found


def _role_statements(template: Template) -> Iterator[dict[str, Any]]:
    roles = [r for r in template["Resources"].values() if r["Type"] == "AWS::IAM::Role"]
    for role in roles:
        for policy in role["Properties"].get("Policies", []):
            yield from policy["PolicyDocument"]["Statement"]


def _open_here(template: Template, settings: Settings) -> bool:
    declared = stage.load(settings.stage).portal_url
    text = json.dumps(template)
    if declared == settings.portal_url or declared not in text:
        return False
    template.update(json.loads(text.replace(declared, settings.portal_url)))
    return True


PATCHES = (
    Patch(
        "no check of the CDK bootstrap version: there is no bootstrap stack",
        _drop_bootstrap_check,
    ),
    Patch(
        "no event archive and no SES receipt rules: the emulator has no such resources; the SMTP port plays the rules",
        _drop_types("AWS::Events::Archive", "AWS::SES::ReceiptRuleSet", "AWS::SES::ReceiptRule"),
    ),
    Patch(
        "no refusal of plain HTTP: the emulator is on loopback without TLS",
        _allow_plain_http,
    ),
    Patch(
        "no events:source condition on PutEvents: the emulator does not know the key and refuses",
        _allow_any_source,
    ),
    Patch(
        "mail may be sent from any address: the emulator does not know which identity a letter is sent from",
        _send_as_anybody,
    ),
    Patch(
        "peers' APIs are called on the emulator: execute-api host names do not resolve here",
        functions.call_peers_here,
    ),
    Patch(
        "the third-party layer is read where it was built: the emulator unpacks it anew for each function",
        functions.read_dependencies_in_place,
    ),
    Patch(
        "functions have as long as the gateway waits: on few busy cores they start slowly",
        functions.start_at_leisure,
    ),
    Patch(
        "two batches of a queue are worked on at a time: each takes a process of its own, and there are few cores",
        functions.work_on_few_batches,
    ),
    Patch(
        "the company's own provider is asked by the portal itself: the emulator has no such part of a user pool",
        ask_provider_directly,
    ),
    Patch("the portal's address has the port that was chosen", _open_here),
)
