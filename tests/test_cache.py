"""The cache of compiled files: what it answers never depends on what lies in it."""

import os
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from isnad import cache


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    monkeypatch.setenv(cache.FOLDER, str(tmp_path / "kept"))
    yield tmp_path / "kept"


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    path = tmp_path / "lexicon.yaml"
    path.write_text("- كلمة", encoding="utf-8")
    return path


class Build:
    """Counts how often it is asked."""

    def __init__(self, made: object = ("built",)) -> None:
        self.made, self.asked = made, 0

    def __call__(self) -> object:
        self.asked += 1
        return self.made


def test_what_has_not_changed_is_built_once(lexicon: Path) -> None:
    build = Build()
    assert [cache.compiled("words", [lexicon], build) for _ in range(3)] == [("built",)] * 3
    assert build.asked == 1


def test_a_changed_source_is_built_anew_and_the_old_file_goes(lexicon: Path, folder: Path) -> None:
    build = Build()
    cache.compiled("words", [lexicon], build)
    lexicon.write_text("- كلمتان", encoding="utf-8")
    cache.compiled("words", [lexicon], build)
    assert build.asked == 2
    assert len(list(folder.iterdir())) == 1


def test_a_source_touched_without_a_change_of_size_is_built_anew(lexicon: Path) -> None:
    build = Build()
    cache.compiled("words", [lexicon], build)
    os.utime(lexicon, ns=(1, 1))
    cache.compiled("words", [lexicon], build)
    assert build.asked == 2


def test_names_do_not_share(lexicon: Path) -> None:
    cache.compiled("words", [lexicon], Build("words"))
    assert cache.compiled("names", [lexicon], Build("names")) == "names"
    assert cache.compiled("words", [lexicon], Build("again")) == "words"


def _damaged() -> Iterator[bytes]:
    sound = pickle.dumps(("a", 1, ["b"]), protocol=pickle.HIGHEST_PROTOCOL)
    yield from (sound[:end] for end in range(len(sound)))
    yield from (
        b"not a pickle",
        b"\x80\x09.",
        b"\x80\x04\x95",
        b"cno_such_module\nNothing\n.",
        b"cisnad.cache\nGone\n.",
    )
    yield from (b"I12x\n.", b"0.", b"(t", b"h\x05.", b"X\x02\x00\x00\x00\xff\xfe.", b"]K\x01a}e.", b"K\x01)R.")


@pytest.mark.parametrize("damage", list(_damaged()), ids=repr)
def test_a_damaged_file_is_passed_over_and_mended(damage: bytes, lexicon: Path, folder: Path) -> None:
    cache.compiled("words", [lexicon], Build())
    (stored,) = folder.iterdir()
    stored.write_bytes(damage)
    again = Build()
    assert cache.compiled("words", [lexicon], again) == ("built",)
    assert again.asked == 1
    assert cache.compiled("words", [lexicon], Build("no more")) == ("built",)


def test_a_folder_that_cannot_be_made_is_passed_over(lexicon: Path, folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    assert cache.compiled("words", [lexicon], Build()) == ("built",)


def test_a_user_without_a_home_has_no_cache(lexicon: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv(cache.FOLDER)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert cache.compiled("words", [lexicon], Build()) == ("built",)


def test_the_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    assert cache.folder() == folder
    monkeypatch.delenv(cache.FOLDER)
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache.folder() == Path("/somewhere/isnad")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache.folder() == Path.home() / ".cache" / "isnad"
