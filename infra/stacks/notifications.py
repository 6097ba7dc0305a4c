"""notifications: reminders and what else a person should know, in the portal and by mail."""

from infra.constructs import sources
from infra.stacks.feature import FeatureStack


class Notifications(FeatureStack):
    """`tick` fires what is due each minute; mail leaves through SES."""

    feature = "notifications"

    def wire(self) -> None:
        """Connects the schedule, and lets mail out."""
        self.verifies_tokens()
        self.knows("crm", "api_handler")
        tick = self.functions["tick"]
        self.let_write(tick)
        sources.every_minute(tick, tick, self.dead_letters(tick))
        for function in (tick, self.functions["consume"]):
            self.let_send(function)
            function.set(PORTAL_URL=self.stage.portal_url)
