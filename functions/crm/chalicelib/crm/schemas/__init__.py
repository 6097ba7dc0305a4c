"""What crm takes and gives over HTTP."""
