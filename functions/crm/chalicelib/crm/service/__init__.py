"""The use cases of crm."""
