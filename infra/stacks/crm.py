"""crm: cards and their timelines.

`link` brings communications to the cards; `reindex` is called by hand, see `infra.reindex`.
"""

from infra.stacks.feature import FeatureStack


class Crm(FeatureStack):
    """`link` reads the stream of a stack that is deployed after this one, which makes the mapping."""

    feature = "crm"

    def wire(self) -> None:
        """Prepares `link` for a stream that does not exist yet, known by the name of its table."""
        self.verifies_tokens()
        self.knows("people", "api_handler", "consume", "link", "reindex")
        self.link = self.functions["link"]
        self.let_write(self.link)
        self.let_write(self.functions["reindex"])
        streams = f"{self.stage.resource('communications')}/stream/*"
        arn = self.format_arn(service="dynamodb", resource="table", resource_name=streams)
        self.link_dead_letters = self.expect_stream(self.link, arn)
