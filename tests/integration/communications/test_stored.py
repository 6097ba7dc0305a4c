"""The mail bucket's word of a letter: out of the queue, and into it again for a while."""

import boto3
from tests.integration.communications.conftest import Office
from tests.support.resources import MAIL_BUCKET
from tests.support.triggers import object_created
from tests.unit.communications.letters import letter

KEY = "inbound/untold"


def test_a_letter_of_which_ses_never_told_is_taken_in_later(office: Office) -> None:
    """Its word waits in the queue by which it came."""
    boto3.client("s3").put_object(Bucket=MAIL_BUCKET, Key=KEY, Body=letter())
    app, sqs = office.world.app("communications"), boto3.client("sqs")
    assert app.invoke("receive", object_created(MAIL_BUCKET, KEY))["batchItemFailures"] == []
    assert office.inbox() == []
    url = sqs.get_queue_url(QueueName="RECEIVE")["QueueUrl"]
    (delayed,) = sqs.get_queue_attributes(
        QueueUrl=url, AttributeNames=["ApproximateNumberOfMessagesDelayed"]
    )["Attributes"].values()
    assert delayed == "1"
    app.invoke("receive", object_created(MAIL_BUCKET, KEY, waited=True))
    assert len(office.inbox()) == 1
