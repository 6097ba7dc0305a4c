"""The demo company, made through the portal's own API and mail as its users would make it."""
