"""What stands under a person's letters: his own words, or the company's with his name put in."""

PLACEHOLDERS = ("me.name", "me.phone", "me.email")
COMPANY = "company"
"""Whose the signature is that all have who wrote none of their own."""
