"""An OpenID Connect provider for the tests."""
