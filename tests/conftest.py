"""Settings of all tests: compiled lexicons lie beside pytest's own cache, never in the user's."""

import os
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from isnad.reading.network import Network

settings.register_profile("isnad", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("isnad")


def pytest_configure(config: pytest.Config) -> None:
    # Before NumPy is imported: its small matrices are many times slower on several threads of a busy machine.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ["ISNAD_CACHE"] = str(config.rootpath / ".pytest_cache" / "isnad")


@pytest.fixture(scope="session")
def shipped() -> "Network":
    """The network that the package ships; a test that asks for it is skipped while there is none."""
    from isnad.reading.network import load

    if not (files("isnad.languages") / "ar" / "weights" / "reader.npz").is_file():
        pytest.skip("the package has no weights/reader.npz: training/train_reader.py makes it")
    return load()
