"""What each role does with the service, from the first page to the paper at the end."""
