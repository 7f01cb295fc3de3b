"""Stance: whether the voice says that it happened, will, may, should, or did not."""

from isnad.model import Modality, Polarity
from isnad.reading.labels import MODALITIES, POLARITIES
from isnad.reading.pairs import Floats


def stances(probabilities: Floats) -> list[tuple[Polarity, Modality]]:
    """The stance of each trigger from probabilities over the ten stances, (triggers, 10).

    Polarity and modality are each chosen by their own sum, so that a doubt about one does not decide the other.
    """
    table = probabilities.reshape(len(probabilities), len(POLARITIES), len(MODALITIES))
    polarity, modality = table.sum(2).argmax(1), table.sum(1).argmax(1)
    return [(POLARITIES[p], MODALITIES[m]) for p, m in zip(polarity.tolist(), modality.tolist(), strict=True)]
