-- Derived tables: may be dropped at any time; `isnad.ledger.derived` fills them again from testimony.

-- Versions of one address: those that share a document id or a URL, through others too. `address` is the least
-- document id among them.
CREATE TABLE addresses (
  version TEXT PRIMARY KEY,
  address TEXT NOT NULL,
  document TEXT NOT NULL,
  url TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX addresses_address ON addresses (address);
CREATE INDEX addresses_document ON addresses (document);
CREATE INDEX addresses_url ON addresses (url) WHERE url IS NOT NULL;

-- What is shown of an address: the newest reading of its newest version.
CREATE TABLE shown (
  address TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  reading TEXT NOT NULL UNIQUE,
  outlet TEXT,
  published TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX shown_newest ON shown (published DESC, address);

-- The claims of the readings that are shown, with what they are most often asked by. `first` and `last` are the days of
-- the event, or the day of publication where it has none; `cited`: another voice than the outlet's stands behind it.
CREATE TABLE listed (
  reading TEXT NOT NULL,
  position INTEGER NOT NULL,
  version TEXT NOT NULL,
  outlet TEXT,
  published TEXT,
  first TEXT,
  last TEXT,
  type TEXT NOT NULL,
  mode TEXT,
  modality TEXT NOT NULL,
  polarity TEXT NOT NULL,
  cited INTEGER NOT NULL,
  lat REAL,
  lon REAL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  PRIMARY KEY (reading, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX listed_newest ON listed (first DESC, published DESC, reading, position);

-- Names, words and ids under which participants, places and voices can be asked for, in folded form.
CREATE TABLE names (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE named (
  name INTEGER NOT NULL,
  role TEXT NOT NULL,  -- actor, target, place, source
  reading TEXT NOT NULL,
  claim INTEGER NOT NULL,
  actor TEXT,
  PRIMARY KEY (name, role, reading, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_actor ON named (actor, role, reading, claim) WHERE actor IS NOT NULL;

-- Sentences that hold claims, and whole texts, by the index terms of their words.
CREATE TABLE sentences (
  id INTEGER PRIMARY KEY,
  reading TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  UNIQUE (reading, "start", "end")
) STRICT;
CREATE VIRTUAL TABLE sentence_terms USING fts5 (
  sentence, names, title, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TABLE texts (
  id INTEGER PRIMARY KEY,
  version TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE text_terms USING fts5 (
  title, text, content = '', tokenize = 'unicode61 remove_diacritics 0'
);

-- Readings that the tables above cover, and what they were made by.
CREATE TABLE derived (reading TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE derivation (made_by TEXT NOT NULL) STRICT;
