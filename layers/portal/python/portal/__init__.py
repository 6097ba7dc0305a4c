"""What every feature of the portal stands on. Nothing here knows any one feature."""
