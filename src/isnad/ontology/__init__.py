"""What can be claimed: twenty types, their modes, labels, definitions and weights."""

from isnad.ontology.check import check
from isnad.ontology.ontology import ClaimType, Example, Label, Mode, Ontology, load_ontology

__all__ = ["ClaimType", "Example", "Label", "Mode", "Ontology", "check", "load_ontology"]
