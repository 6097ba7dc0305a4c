"""The words and rules of crm."""
