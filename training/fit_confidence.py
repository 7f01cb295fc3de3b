"""Fit the confidence of claims on articles that a network had not seen: `weights/confidence.json`.

    python training/fit_confidence.py --gold GOLD --annotated CORPUS... --weights FOLDER --hold-out 5

``--weights`` is what `train_reader.py` wrote with the same articles and the same ``--hold-out``. Prints the reliability
before and after: in each tenth of confidence the claims, their mean confidence, and the share whose type and voice are
right. Each fifth of the claims is scaled as the others say, so the figures are of claims not fitted on.
"""

import argparse
import json
from pathlib import Path
from unittest.mock import patch

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

from annotations import annotated
from gold import records
from isnad.evaluate.score import Scores, reliability, score
from isnad.model.wire import reading_record
from isnad.reading import confidence as scaled
from isnad.reading import reader
from isnad.reading.network import stored
from isnad.reading.sight import look
from train_reader import document_of

WEIGHTS = Path(__file__).parents[1] / "src" / "isnad" / "languages" / "ar" / "weights"
BATCH = 32


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--annotated", type=Path, nargs="*", default=[])
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--hold-out", type=int, default=5)
    given = parser.parse_args()
    held = [*records(given.gold), *annotated(given.annotated)][:: given.hold_out]
    network = stored(given.weights)
    asked: list[tuple[float, float]] = []

    def recorded(type_odds: float, voice_odds: float) -> float:
        """The number of the claim, in place of its confidence."""
        asked.append((scaled.logit(type_odds), scaled.logit(voice_odds)))
        return float(len(asked) - 1)

    gold = {record["document"]["id"]: record for record in held}
    system = {}
    with patch.object(reader, "confidence", recorded):
        for start in range(0, len(held), BATCH):
            for sight in look([document_of(record) for record in held[start : start + BATCH]], network):
                system[sight.document.id] = reading_record(reader.decide(sight, network))
    fit(np.array(asked), score(gold, system))


def fit(asked: np.ndarray, scores: Scores) -> None:
    """Print what the fit is worth on claims left out, and write the fit on all of them."""
    numbers = np.array([int(number) for number, _ in scores.trust])
    rows, right = asked[numbers], np.array([is_right for _, is_right in scores.trust])
    raw = np.prod(1 / (1 + np.exp(-rows)), axis=1)
    fitted = np.zeros(len(rows))
    for seen, unseen in KFold(5, shuffle=True, random_state=0).split(rows):
        fitted[unseen] = LogisticRegression().fit(rows[seen], right[seen]).predict_proba(rows[unseen])[:, 1]
    for name, odds in (("as the network says", raw), ("as scaled", fitted)):
        print(name)
        for one in reliability(list(zip(odds.tolist(), right.tolist(), strict=True))):
            print(f"{one.low:.1f} to {one.high:.1f} {one.claims:6} {one.confidence:.3f} {one.right:.3f}")
    best = LogisticRegression().fit(rows, right)
    numbers_of = {"always": best.intercept_[0], "type": best.coef_[0, 0], "voice": best.coef_[0, 1]}
    text = json.dumps({name: round(float(value), 4) for name, value in numbers_of.items()})
    (WEIGHTS / "confidence.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
