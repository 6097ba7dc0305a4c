"""communications: mail in by SES receipt, mail out by SES."""

from aws_cdk import ArnFormat, CfnOutput, Duration
from aws_cdk import aws_iam as iam
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_secretsmanager as secretsmanager
from aws_cdk import aws_ses as ses
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.constructs import sources
from infra.constructs.bucket import let_browsers, let_erase, object_created, private_bucket
from infra.constructs.function import FeatureFunction
from infra.constructs.receipts import receipts
from infra.stacks.crm import Crm
from infra.stacks.feature import FeatureStack

INBOUND = "inbound/"
_UPLOADS = "uploads/"
_REPLAYS = {"detail-type": ["communications.replay_queued.v1"]}
_UNDELIVERED = ["Email Bounced", "Email Complaint Received", "Email Delivery Delayed"]


class Communications(FeatureStack):
    """Letters are kept whole in the mail bucket before anything reads them."""

    feature = "communications"

    def wire(self) -> None:
        """Connects SES, the bucket, `receive` and crm's `link`."""
        self.verifies_tokens()
        self.knows("crm", "api_handler")
        self.knows("people", "api_handler")
        receive = self.functions["receive"]
        self.let_write(receive)
        self.bucket = private_bucket(self, "Mail", stage=self.stage, announces=True)
        let_browsers(self.bucket, self.stage.portal_url)
        self.bucket.add_lifecycle_rule(
            id="unclaimed-uploads", prefix=_UPLOADS, expiration=Duration.days(7)
        )
        self._let_go(receive)
        dead = self.dead_letters(receive)
        queue = self.queue_of_messages(receive, dead)
        self._hear(receive, queue, dead)
        self._reply_secret()
        depart = self.functions["depart"]
        self.let_write(depart)
        for function in (self.handler, receive, depart):
            self._let_handle_mail(function)
        consume = self.functions["consume"]
        consume.set(MAIL_BUCKET=self.bucket.bucket_name)
        # A copy of a letter that was erased goes as soon as it comes.
        for function in (consume, receive):
            let_erase(function, self.bucket)
        for function in (self.handler, depart):
            self.let_send(function)
        self._leaving(depart, self.functions["tick"])
        self._receipt_rules()
        self._feed_link()
        CfnOutput(self, "MailBucket", value=self.bucket.bucket_name)

    def _let_go(self, receive: FeatureFunction) -> None:
        """What the company's rules do not record goes after a month."""
        # Owners take that back.
        for function in (receive, self.handler):
            function.allow(["s3:PutObjectTagging"], self.bucket.arn_for_objects(f"{INBOUND}*"))
        self.bucket.add_lifecycle_rule(
            id="not-recorded",
            prefix=INBOUND,
            tag_filters={"keep": "month"},
            expiration=Duration.days(30),
            noncurrent_version_expiration=Duration.days(1),
        )

    def _hear(self, receive: FeatureFunction, queue: sqs.Queue, dead: sqs.Queue) -> None:
        """Letters that came, what became of those that SES took from us, and mailboxes read again, by one queue."""
        undelivered = {"source": ["aws.ses"], "detail-type": _UNDELIVERED}
        for scope, pattern, bus in (
            (receive, object_created(self.bucket, INBOUND), None),
            (Construct(self, "Undelivered"), undelivered, None),
            (Construct(self, "Replays"), _REPLAYS, self.stage.resource()),
        ):
            sources.route_events(scope, pattern=pattern, bus_name=bus, queue=queue, dead=dead)
        # The bucket's word waits here for that of SES, which says more.
        receive.allow(["sqs:SendMessage"], queue.queue_arn)
        receive.set(RECEIVE_QUEUE_URL=queue.queue_url)
        self._received = receipts(self, self.stage.resource("received"), queue, dead)
        CfnOutput(self, "ReceivedTopic", value=self._received.topic_arn)

    def _sending_events(self) -> ses.CfnConfigurationSet:
        """Has SES tell the default bus what became of letters; they need no word of it when they are sent."""
        name = self.stage.resource("sending")
        sending = ses.CfnConfigurationSet(self, "Sending", name=name)
        bus = self.format_arn(service="events", resource="event-bus", resource_name="default")
        ses.CfnConfigurationSetEventDestination(
            self,
            "ToBus",
            configuration_set_name=sending.ref,
            event_destination={
                "enabled": True,
                "matchingEventTypes": ["bounce", "complaint", "deliveryDelay"],
                "eventBridgeDestination": {"eventBusArn": bus},
            },
        )
        return sending

    def _leaving(self, depart: FeatureFunction, tick: FeatureFunction) -> None:
        """Letters wait in the table; what is due soon goes into the queue, from where each leaves to the second."""
        queue = self.queue_of_messages(depart)
        # It tells of mailboxes that are silent, and writes down that it did.
        self.let_write(tick)
        for function in (self.handler, tick):
            function.allow(["sqs:SendMessage"], queue.queue_arn)
            function.set(LEAVING_QUEUE_URL=queue.queue_url)
        sources.every_minute(tick, tick, self.dead_letters(tick))

    def _let_handle_mail(self, function: FeatureFunction) -> None:
        function.set(
            MAIL_BUCKET=self.bucket.bucket_name,
            MAIL_DOMAIN=self.stage.mail_domain,
            REPLY_SECRET_ID=self._secret_name,
        )
        function.allow(["s3:GetObject", "s3:PutObject"], self.bucket.arn_for_objects("*"))
        # Secrets Manager ends a secret's ARN with six characters of its own.
        secret = self.format_arn(
            service="secretsmanager",
            resource="secret",
            resource_name=f"{self._secret_name}-??????",
            arn_format=ArnFormat.COLON_RESOURCE_NAME,
        )
        function.allow(["secretsmanager:GetSecretValue"], secret)

    @property
    def _secret_name(self) -> str:
        return self.stage.resource("reply-secret")

    def _reply_secret(self) -> None:
        secretsmanager.Secret(
            self,
            "ReplySecret",
            secret_name=self._secret_name,
            description="Signs the reply addresses of the letters that leave the portal",
            generate_secret_string=secretsmanager.SecretStringGenerator(
                password_length=64, exclude_punctuation=True
            ),
        )

    def _receipt_rules(self) -> None:
        """Letters to the domain and to every subdomain of it go into the bucket.

        Only one rule set of an account is active: deployment activates this one by hand, see the README.
        """
        domain = self.stage.mail_domain
        ses.CfnEmailIdentity(
            self,
            "Identity",
            email_identity=domain,
            configuration_set_attributes={"configurationSetName": self._sending_events().ref},
        )
        rules = ses.CfnReceiptRuleSet(self, "Receipt", rule_set_name=self.stage.resource("inbound"))
        action = ses.CfnReceiptRule.S3ActionProperty(
            bucket_name=self.bucket.bucket_name,
            object_key_prefix=INBOUND,
            topic_arn=self._received.topic_arn,
        )
        rule = ses.CfnReceiptRule(
            self,
            "ToBucket",
            rule_set_name=rules.ref,
            rule={
                "actions": [{"s3Action": action}],
                "enabled": True,
                "recipients": [domain, f".{domain}"],
                "scanEnabled": True,
                "tlsPolicy": "Optional",
            },
        )
        # SES tries both when it is given the rule.
        told = self._received.node.find_child("Policy")
        rule.node.add_dependency(self._let_ses_write(self.bucket), told)

    def _let_ses_write(self, bucket: s3.Bucket) -> s3.BucketPolicy:
        bucket.add_to_resource_policy(
            iam.PolicyStatement(
                principals=[iam.ServicePrincipal("ses.amazonaws.com")],
                actions=["s3:PutObject"],
                resources=[bucket.arn_for_objects(f"{INBOUND}*")],
                conditions={"StringEquals": {"aws:SourceAccount": self.account}},
            )
        )
        assert bucket.policy  # noqa: S101  # the statement above makes it
        return bucket.policy

    def _feed_link(self) -> None:
        """Maps our stream to crm's function on this side, since this stack comes after that one."""
        crm, stream = self.peers.get("crm"), self.table.table_stream_arn
        assert stream  # noqa: S101  # every table of ours has a stream
        if isinstance(crm, Crm):
            sources.read_stream(self, crm.link, stream, crm.link_dead_letters)
