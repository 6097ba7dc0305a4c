"""Contracts are held against features that run: the same world as the integration tests'."""

from tests.integration.conftest import aws, world

__all__ = ["aws", "world"]
