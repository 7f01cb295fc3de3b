-- What weighing concludes: derived, may be dropped at any time; `isnad weigh` fills it again.

-- Readings that were weighed, and what they were weighed by.
CREATE TABLE weighed (reading TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE weighing (made_by TEXT NOT NULL) STRICT;
-- Judgements that the tables obey.
CREATE TABLE obeyed (judgement TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- What a document tells of one happening. `part`: accounts of different parts have no likeness to each other; NULL where
-- that is still to be found.
CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  reading TEXT NOT NULL,
  part INTEGER,
  body TEXT NOT NULL  -- JSON
) STRICT;
CREATE INDEX accounts_reading ON accounts (reading);
CREATE INDEX accounts_part ON accounts (part);

-- Hashes under which accounts find each other, and the ordinals of the days between which they may.
CREATE TABLE account_keys (
  key INTEGER NOT NULL,
  account INTEGER NOT NULL,
  lo INTEGER NOT NULL,
  hi INTEGER NOT NULL
) STRICT;

-- Texts as copies are found by.
CREATE TABLE sketches (
  id INTEGER PRIMARY KEY,
  reading TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL,
  outlet TEXT,
  credits TEXT NOT NULL,  -- agencies credited for the text, JSON
  body BLOB NOT NULL
) STRICT;
CREATE TABLE sketch_keys (
  key INTEGER NOT NULL,
  sketch INTEGER NOT NULL
) STRICT;
-- Sketches whose copies are to be looked for.
CREATE TABLE unmatched (sketch INTEGER PRIMARY KEY) STRICT;
CREATE INDEX sketches_document ON sketches (document);
CREATE TABLE copies (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  body TEXT NOT NULL,  -- JSON
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX copies_b ON copies (b);

CREATE TABLE events (
  id TEXT PRIMARY KEY,
  part INTEGER NOT NULL,
  type TEXT NOT NULL,
  expected INTEGER NOT NULL,
  first TEXT,
  last TEXT,
  documents INTEGER NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,
  body TEXT NOT NULL  -- JSON
) STRICT, WITHOUT ROWID;
CREATE INDEX events_part ON events (part);
CREATE INDEX events_newest ON events (first DESC, id);
CREATE TABLE event_accounts (
  event TEXT NOT NULL,
  account INTEGER NOT NULL,
  PRIMARY KEY (event, account)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_claims (
  claim TEXT NOT NULL,
  event TEXT NOT NULL,
  PRIMARY KEY (claim, event)
) STRICT, WITHOUT ROWID;

-- Hashes under which the accounts of an expectation and of what settles it find each other, with the ordinals of the days
-- between which they may.
CREATE TABLE outcome_keys (
  key INTEGER NOT NULL,
  account INTEGER NOT NULL,
  lo INTEGER NOT NULL,
  hi INTEGER NOT NULL
) STRICT;
-- Events for which it is to be asked what they expect, or settle.
CREATE TABLE unsettled (event TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
-- The last day of publication by which expectations were settled.
CREATE TABLE settled (day TEXT NOT NULL) STRICT;
CREATE TABLE outcomes (
  event TEXT NOT NULL,
  position INTEGER NOT NULL,
  settled_by TEXT,
  open INTEGER NOT NULL,
  body TEXT NOT NULL,  -- JSON
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX outcomes_settled_by ON outcomes (settled_by) WHERE settled_by IS NOT NULL;
CREATE INDEX event_accounts_account ON event_accounts (account);
