"""A stage: one deployment of the whole portal and what is particular to it."""

import tomllib
from dataclasses import dataclass
from typing import Any

from infra.paths import ROOT
from infra.sign_in import SignIn


class UnknownStageError(Exception):
    """`infra/stages.toml` has no table of that name."""


@dataclass(frozen=True)
class Stage:
    """The settings of one deployment.

    `portal_url` is the origin people open, without a trailing slash; `mail_domain` receives and
    sends the company's mail. `certificate_arn` is a certificate of the origin's host in us-east-1;
    without it the portal is at CloudFront's own address. With `retain` the data outlives its stack and cannot be deleted by
    mistake. `sign_in` is the company's own provider, where it has one.
    """

    name: str
    mail_domain: str
    portal_url: str
    alarm_mail: str | None = None
    certificate_arn: str | None = None
    retain: bool = False
    log_days: int = 30
    sign_in: SignIn | None = None

    def resource(self, *words: str) -> str:
        """The name of a resource of this stage: `portal-<stage>-<words...>`."""
        return "-".join(("portal", self.name, *words))


def load(name: str, **overrides: Any) -> Stage:  # noqa: ANN401  # any setting's value
    """The stage of that name; raises `UnknownStageError` where the file has none."""
    tables = tomllib.loads((ROOT / "infra" / "stages.toml").read_text(encoding="utf-8"))
    if name not in tables:
        raise UnknownStageError(f"no stage {name!r} in infra/stages.toml: {', '.join(tables)}")
    table = {**tables[name], **overrides}
    return Stage(name=name, sign_in=SignIn.of(table.pop("sign_in", None)), **table)
