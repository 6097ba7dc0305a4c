"""Files of tables: what comes to be imported, and what was exported."""

from chalicelib.crm.files.bucket import S3Tables

__all__ = ["S3Tables"]
