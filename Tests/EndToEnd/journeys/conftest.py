"""Every journey is made in Chinese without scripts, and in English with them."""

import pytest

from journeys.scene import Scene


@pytest.fixture(
    scope="module",
    params=[("zh", False), ("en", True)],
    ids=["in Chinese without scripts", "in English with scripts"],
)
def scene(request, new_service, new_window):
    """A service of its own for each, as journeys change the people who make them."""
    language, scripts = request.param
    service = new_service()
    scene = Scene(service, new_window(service, language=language, scripts=scripts), language)
    yield scene
    assert not scene.window.watched, "\n".join(scene.window.watched)
