"""Errors, by what the caller does about them."""


class IsnadError(Exception):
    """The base of all errors that Isnad raises on purpose."""


class BadInput(IsnadError):
    """Skip this document or line: the message names the file and the place."""


class BadData(IsnadError):
    """Mend your data: a lexicon, knowledge or ontology file is wrong; the message names the file and the key."""


class BadLedger(IsnadError):
    """Stop the run: the ledger is missing, newer than this program, or damaged."""
