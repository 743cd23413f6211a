"""The one person and the one client of the provider. Made up, and of no use anywhere else."""

from harness.people import Account

PERSON = Account(name="zhou", role="resident", password="wu-yuan-yue-liang-2026")
CLIENT = "anju"
SECRET = "a-secret-of-the-tests-only"
