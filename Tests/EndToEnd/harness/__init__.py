"""What the end-to-end tests are made of: a running service, visitors, a browser, and checks."""
