"""What cdk-nag's AwsSolutions finds and we accept, each with its reason."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A rule that a construct breaks."""

    rule: str
    where: str


@dataclass(frozen=True)
class Accepted:
    """Patterns that match a finding's rule and construct whole, and why it may stand."""

    rule: str
    where: str
    why: str

    def covers(self, finding: Finding) -> bool:
        """Whether this is about that finding."""
        return bool(
            re.fullmatch(f"AwsSolutions-{self.rule}", finding.rule)
            and re.fullmatch(f"portal-[a-z]+-{self.where}", finding.where)
        )


def unexplained(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that nothing here accepts."""
    return [f for f in findings if not any(accepted.covers(f) for accepted in ACCEPTED)]


def outlived(findings: Iterable[Finding]) -> list[Accepted]:
    """What is accepted here and found no more."""
    found = list(findings)
    return [accepted for accepted in ACCEPTED if not any(accepted.covers(f) for f in found)]


ACCEPTED = (
    Accepted(
        r"IAM4\[.*AmazonAPIGatewayPushToCloudWatchLogs\]",
        r"foundation/ApiLogsRole/Resource",
        "API Gateway writes the account's access logs by exactly this policy; AWS documents no other",
    ),
    Accepted(
        r"IAM5\[Resource::\*\]",
        r"[a-z]+/\w+/Role/Resource",
        "X-Ray takes traces for no resource that could be named; the tests see that nothing else has a star",
    ),
    Accepted(
        r"IAM5\[Resource::.*table/portal-[a-z]+-communications/stream/\*\]",
        r"crm/Link/Role/Resource",
        "a stream's label is the time it was made, which the stack that is deployed first cannot know",
    ),
    Accepted(
        r"IAM5\[Resource::<(Mail|Files|Tables)\w+\.Arn>/((uploads|inbound)/)?\*\]",
        r"(communications|documents|crm)/(ApiHandler|Consume|Receive|Depart|Bulk)/Role/Resource",
        "the objects of the feature's own bucket, whose keys come with the letters, files and tables",
    ),
    Accepted(
        r"SQS3",
        r"[a-z]+/\w+/DeadLetters/Resource",
        "this is a dead-letter queue: Lambda and EventBridge send to it, so no queue names it in a redrive policy",
    ),
    Accepted(
        r"COG2",
        r"people/UserPool",
        "people signs everybody in from its own function with one step; a second one belongs to that feature",
    ),
    Accepted(
        r"COG8",
        r"people/UserPool",
        "threat protection is of the Plus plan, paid for each user; people throttles attempts by itself",
    ),
    Accepted(
        r"S1",
        r"(communications/Mail|crm/Tables|documents/Files|edge/Web)/Resource",
        "objects are reached by our functions, which log, and by presigned addresses that they give and log",
    ),
    Accepted(
        r"SMG4",
        r"communications/ReplySecret/Resource",
        "a changed secret would break the reply addresses in all the letters that clients already have",
    ),
    Accepted(
        r"CFR1",
        r"edge/Distribution/Resource",
        "clients and partners write from wherever they are",
    ),
    Accepted(
        r"CFR2",
        r"edge/Distribution/Resource",
        "the APIs bound their own rate; a web ACL costs from the first day and lives in one far region only",
    ),
    Accepted(
        r"CFR3",
        r"edge/Distribution/Resource",
        "every API logs its requests; what else the edge gives out is the same files for everybody",
    ),
)
