"""The answers that the network chooses from, in the order of its outputs."""

from isnad.model import COUNTS, Modality, Polarity, SourceKind

TYPES = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "ALIGNED",
    "OPPOSED",
    "CONTROLS",
    "PRESENT",
)
KINDS: tuple[SourceKind, ...] = ("person", "organization", "media", "document", "anonymous", "unknown")
MODALITIES: tuple[Modality, ...] = ("actual", "planned", "predicted", "possible", "wanted")
POLARITIES: tuple[Polarity, ...] = ("+", "-")
ROLES = ("actor", "target")
FIELDS = ("time", "place", *COUNTS)
