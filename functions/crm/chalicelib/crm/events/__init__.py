"""What crm announces."""
