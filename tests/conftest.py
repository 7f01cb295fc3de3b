"""Settings of all tests: compiled lexicons lie beside pytest's own cache, never in the user's."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from isnad.reading import network

settings.register_profile("isnad", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("isnad")


def pytest_configure(config: pytest.Config) -> None:
    os.environ["ISNAD_CACHE"] = str(config.rootpath / ".pytest_cache" / "isnad")


@pytest.fixture(scope="session")
def shipped() -> Iterator[network.Network]:
    """The network that the package ships; the test is skipped while there is none."""
    weights = Path(network.__file__).parents[1] / "languages" / "ar" / "weights" / "reader.npz"
    if not weights.is_file():
        pytest.skip("the package has no weights/reader.npz: training/train_reader.py makes it")
    yield network.load()
