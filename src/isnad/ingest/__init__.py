"""Files in, documents out: JSON Lines, CSV, Parquet, plain text, gzip of each, folders of them, standard input.

A record that cannot be a document comes out as a `Skipped` in its place; nothing in a file stops the run.
"""

from isnad.ingest.documents import documents
from isnad.ingest.skipped import Skipped

__all__ = ["Skipped", "documents"]
