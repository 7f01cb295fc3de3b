"""Fit the guesses of a claim's stance on gold articles: `weights/stance.npz`.

    python training/fit_stance.py --gold ../shared/gold/train/gold.jsonl

Prints, for articles left out in turn, how many denials are found and how many of those found are some, at several
thresholds, and the share of right modalities. Takes two minutes. Articles whose licence is non-commercial are left out.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from gold import Aligner, Record, records
from isnad.model import Document
from isnad.reading.events import Trigger
from isnad.reading.labels import MODALITIES
from isnad.reading.network import load
from isnad.reading.sight import Sight, look
from isnad.reading.stance_flags import stance_flags

WEIGHTS = Path(__file__).parents[1] / "src" / "isnad" / "languages" / "ar" / "weights" / "stance.npz"
WORDS = 48
SHRINKAGE = 0.3
BATCH = 32
Array = npt.NDArray[np.float64]


def sights(found: list[Record]) -> Iterator[tuple[Sight, Record]]:
    """The articles as the reader sees them, with their gold."""
    for start in range(0, len(found), BATCH):
        batch = found[start : start + BATCH]
        documents = [
            Document(one["id"], one["text"], date.fromisoformat(one["published"]) if one.get("published") else None)
            for one in (record["document"] for record in batch)
        ]
        yield from zip(look(documents, load()), batch, strict=True)


def triggers(sight: Sight, record: Record) -> Iterator[tuple[Trigger, Record]]:
    """The claims of an article that stand on a token of its page."""
    aligner = Aligner(sight.page)
    for claim in record["claims"]:
        if at := aligner.tokens(claim["trigger"]):
            yield Trigger(*at, claim["type"], 1.0), claim


def words_before(seen: list[tuple[Sight, list[Trigger]]]) -> list[str]:
    """The keys that stand most often right before a trigger."""
    keys = Counter(sight.page.tokens.keys[one.first - 1] for sight, found in seen for one in found if one.first)
    return [word for word, _ in keys.most_common(WORDS)]


def guess(flags: Array, answers: npt.NDArray[np.int64]) -> LogisticRegression:
    """A fitted linear guess."""
    return LogisticRegression(C=SHRINKAGE, max_iter=500).fit(flags, answers)


def report(flags: Array, denied: npt.NDArray[np.int64], modality: npt.NDArray[np.int64], article: list[int]) -> None:
    """Print how good the guesses are on articles that they have not seen."""
    odds, chosen = np.zeros(len(denied)), np.zeros(len(denied), dtype=np.int64)
    for seen, unseen in GroupKFold(5).split(flags, denied, article):
        odds[unseen] = guess(flags[seen], denied[seen]).predict_proba(flags[unseen])[:, 1]
        chosen[unseen] = guess(flags[seen], modality[seen]).predict(flags[unseen])
    for threshold in (0.2, 0.3, 0.4, 0.5):
        found = odds > threshold
        right = int((found & (denied == 1)).sum())
        print(f"denials above {threshold}: {right} of {int(denied.sum())} found, {int(found.sum()) - right} wrong")
    for place, name in enumerate(MODALITIES):
        is_so, said = modality == place, chosen == place
        print(f"{name}: {int((is_so & said).sum())} of {int(is_so.sum())} found, {int((said & ~is_so).sum())} wrong")
    print(f"right modality: {(chosen == modality).mean():.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    found = [
        (sight, list(triggers(sight, record))) for sight, record in sights(list(records(parser.parse_args().gold)))
    ]
    words = words_before([(sight, [one for one, _ in said]) for sight, said in found])
    flags = np.concatenate([stance_flags(sight, [one for one, _ in said], words) for sight, said in found]).astype(
        float
    )
    claims = [claim for _, said in found for _, claim in said]
    denied = np.array([claim["polarity"] == "-" for claim in claims], dtype=np.int64)
    modality = np.array([MODALITIES.index(claim["modality"]) for claim in claims], dtype=np.int64)
    report(flags, denied, modality, [number for number, (_, said) in enumerate(found) for _ in said])
    no, how = guess(flags, denied), guess(flags, modality)
    np.savez_compressed(
        WEIGHTS,
        words=np.array(words),
        polarity=np.append(no.coef_[0], no.intercept_).astype(np.float16),
        modality=np.concatenate([how.coef_, how.intercept_[:, None]], axis=1).astype(np.float16),
    )


if __name__ == "__main__":
    main()
