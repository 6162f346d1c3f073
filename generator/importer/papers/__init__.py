"""Other papers than minutes: agreements and lists of appointments."""
