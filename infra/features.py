"""The features that have a stack, in the order of deployment: a peer stands before who asks it."""

from infra.paths import FUNCTIONS
from infra.stacks.communications import Communications
from infra.stacks.crm import Crm
from infra.stacks.documents import Documents
from infra.stacks.feature import FeatureStack
from infra.stacks.notifications import Notifications
from infra.stacks.people import People

FEATURES: tuple[type[FeatureStack], ...] = (
    People,
    Crm,
    Communications,
    Documents,
    Notifications,
)


def present() -> list[type[FeatureStack]]:
    """The features whose app is in the tree."""
    return [stack for stack in FEATURES if (FUNCTIONS / stack.feature / "app.py").exists()]
