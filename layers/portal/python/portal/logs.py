"""Structured logs: JSON lines that carry the request's id. No text of a person's letter or file is logged."""

from aws_lambda_powertools import Logger

logger = Logger()
