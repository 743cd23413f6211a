"""Every journey is made in Chinese without scripts, and in English with them."""

import hashlib

import pytest

from journeys.scene import LEAKED, Scene


@pytest.fixture(scope="session")
def leaked_passwords(tmp_path_factory):
    """A list of passwords that were stolen elsewhere, as the well-known one has them."""
    file = tmp_path_factory.mktemp("leaked") / "passwords.txt"
    hashes = sorted(hashlib.sha1(word.encode()).hexdigest().upper() for word in LEAKED)
    file.write_text("".join(f"{value}:7\n" for value in hashes))
    return file


@pytest.fixture(
    scope="module",
    params=[("zh", False), ("en", True)],
    ids=["in Chinese without scripts", "in English with scripts"],
)
def scene(request, new_service, new_window, leaked_passwords):
    """A service of its own for each, as journeys change the people who make them."""
    language, scripts = request.param
    service = new_service("--set", f"breached passwords: {leaked_passwords}")
    scene = Scene(service, new_window(service, language=language, scripts=scripts), language)
    yield scene
    assert not scene.window.watched, "\n".join(scene.window.watched)
