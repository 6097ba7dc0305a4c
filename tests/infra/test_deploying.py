"""What `make deploy` and `make owner` do beside CloudFormation."""

from pathlib import Path

import boto3
import pytest
from infra import owner, web
from moto import mock_aws
from tests.infra.fakes import FakeLambda

OWNER = {"name": "Ольга Ветрова", "email": "olga@demo.example", "password": "demo-Portal-1"}


class FakeCloudFormation:
    def describe_stacks(self, **_: str) -> dict[str, object]:
        outputs = {"WebBucket": "web", "DistributionId": "E1"}
        return {
            "Stacks": [
                {"Outputs": [{"OutputKey": k, "OutputValue": v} for k, v in outputs.items()]}
            ]
        }


class FakeCloudFront:
    def __init__(self) -> None:
        self.forgot: list[str] = []

    def create_invalidation(self, **wanted: object) -> None:
        self.forgot.append(str(wanted["DistributionId"]))


@pytest.fixture
def client_files(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<h1>Портал</h1>", encoding="utf-8")
    (tmp_path / "assets" / "index-1a2b.js").write_text("0", encoding="utf-8")
    return tmp_path


@mock_aws
def test_the_files_come_to_the_edge(
    client_files: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Each with its type; those with a name of their own for ever, the page never kept; then the edge forgets."""
    s3, edge = boto3.client("s3"), FakeCloudFront()
    s3.create_bucket(Bucket="web")
    description = tmp_path_factory.mktemp("api") / "openapi.json"
    description.write_text("{}", encoding="utf-8")
    clients = {"s3": s3, "cloudformation": FakeCloudFormation(), "cloudfront": edge}
    keys = web.upload(clients.__getitem__, "test", client_files, description)
    assert keys == ["api/openapi.json", "assets/index-1a2b.js", "index.html"]
    page = s3.head_object(Bucket="web", Key="index.html")
    assert page["ContentType"] == "text/html; charset=utf-8"
    assert page["CacheControl"] == "no-cache"
    script = s3.head_object(Bucket="web", Key="assets/index-1a2b.js")
    assert "immutable" in script["CacheControl"]
    assert edge.forgot == ["E1"]


def test_the_first_owner_is_made_by_people() -> None:
    """The bootstrap function of the stage is given name, address and password."""
    functions = FakeLambda(result={"id": "01OWNER"})
    added, told = owner.add(lambda _: functions, "test", OWNER)
    assert added
    assert OWNER["email"] in told
    assert functions.invoked == [("portal-test-people-bootstrap", OWNER)]


def test_a_portal_with_people_takes_no_first_owner() -> None:
    """The reason is told and the command fails."""
    functions = FakeLambda(result={"id": None, "reason": "There are people already."})
    assert owner.add(lambda _: functions, "test", OWNER) == (False, "There are people already.")


def test_an_owner_who_could_not_be_made_is_told_of() -> None:
    """So is a function that fails."""
    functions = FakeLambda(fail=lambda _, __: True)
    added, told = owner.add(lambda _: functions, "test", OWNER)
    assert not added
    assert "still broken" in told
