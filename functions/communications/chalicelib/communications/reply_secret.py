"""The secret that signs reply addresses."""

from functools import cache

import boto3


@cache
def reply_key(secret_id: str) -> bytes:
    """The secret from Secrets Manager, asked for once by each function instance."""
    answer = boto3.client("secretsmanager").get_secret_value(SecretId=secret_id)
    return answer["SecretString"].encode()
