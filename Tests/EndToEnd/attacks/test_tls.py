"""Over TLS the cookies are bound to the host, and browsers are told to stay."""

import datetime
import ipaddress
import socket
import ssl

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from harness.people import accounts_of, sign_in
from harness.visitor import Visitor


def certificate(folder):
    """A certificate of this test's own for 127.0.0.1, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Anju test")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "certificate.pem", folder / "key.pem"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    paths[1].chmod(0o600)
    return paths


@pytest.fixture(scope="module")
def secure(new_service, tmp_path_factory):
    chain, key = certificate(tmp_path_factory.mktemp("certificate"))
    return new_service(
        "--set", f"certificate: {chain}", "--set", f"certificate key: {key}",
        verify=ssl.create_default_context(cafile=str(chain)),
    )  # fmt: skip


def test_cookies_are_bound_to_the_host(secure):
    visitor = Visitor(secure.url, verify=secure.verify)
    seen = []
    visitor.client.event_hooks["response"] = [
        lambda r: seen.extend(r.headers.get_list("set-cookie"))
    ]
    sign_in(visitor, accounts_of(secure)["resident"])
    assert seen
    for cookie in seen:
        assert cookie.startswith("__Host-"), cookie.split("=")[0]
        assert "; secure" in cookie.lower(), cookie.split("=")[0]
    answer = visitor.get("/me")
    assert answer.status == 200
    assert int(answer.headers["strict-transport-security"].split("max-age=")[1].split(";")[0]) > 1e7


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
def test_old_versions_are_not_spoken(secure, version):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = context.maximum_version = version
    with pytest.raises((ssl.SSLError, OSError)), socket.create_connection(
        ("127.0.0.1", secure.port), 5
    ) as plain:
        context.wrap_socket(plain)
