-- Testimony: what was published and what was read out of it. Rows come in and stay: ids are hashes of content, so the
-- same row from another ledger is the same row, and merging is INSERT OR IGNORE.

PRAGMA application_id = 1230196292;  -- "ISND"

-- One published text under its address. `document` is the id that it came with; `id` covers every column.
CREATE TABLE versions (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  outlet TEXT,
  published TEXT,  -- ISO day
  title TEXT,
  url TEXT,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX versions_document ON versions (document);

-- What one reader made of one version; `id` covers all rows below that name it.
CREATE TABLE readings (
  id TEXT PRIMARY KEY,
  version TEXT NOT NULL REFERENCES versions (id),
  reader TEXT NOT NULL,
  reader_version TEXT NOT NULL,
  knowledge TEXT NOT NULL  -- digest of lexicons and weights
) STRICT;
CREATE INDEX readings_version ON readings (version);

-- When a reading came in, in microseconds since 1970 UTC; after a merge there may be several, the first counts.
CREATE TABLE arrivals (
  reading TEXT NOT NULL REFERENCES readings (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (reading, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX arrivals_at ON arrivals (at);

-- Voices. `source` in `chains` is the voice's id inside its document; `position` counts from 0 in the order of the text.
CREATE TABLE sources (
  reading TEXT NOT NULL REFERENCES readings (id),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT,
  affiliation TEXT,
  number TEXT NOT NULL,
  actor TEXT,
  reason TEXT,
  PRIMARY KEY (reading, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
  reading TEXT NOT NULL,
  source INTEGER NOT NULL,  -- position of the voice
  position INTEGER NOT NULL,
  "start" INTEGER NOT NULL,  -- code points into the version's text, as all starts and ends
  "end" INTEGER NOT NULL,
  PRIMARY KEY (reading, source, position),
  FOREIGN KEY (reading, source) REFERENCES sources (reading, position)
) STRICT, WITHOUT ROWID;

-- Claim mentions. `id` is the same wherever the same trigger of the same type is read in the same text.
CREATE TABLE claims (
  reading TEXT NOT NULL REFERENCES readings (id),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT,
  quote TEXT NOT NULL,
  polarity TEXT NOT NULL,
  modality TEXT NOT NULL,
  trigger_start INTEGER NOT NULL,
  trigger_end INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (reading, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_id ON claims (id);

CREATE TABLE chains (  -- from the outlet inwards
  reading TEXT NOT NULL,
  claim INTEGER NOT NULL,
  position INTEGER NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (reading, claim, position),
  FOREIGN KEY (reading, claim) REFERENCES claims (reading, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE participants (
  reading TEXT NOT NULL,
  claim INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('actor', 'target')),
  position INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  name TEXT NOT NULL,
  actor TEXT,
  PRIMARY KEY (reading, claim, role, position),
  FOREIGN KEY (reading, claim) REFERENCES claims (reading, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE times (
  reading TEXT NOT NULL,
  claim INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  first TEXT,  -- ISO days, both included
  last TEXT,
  grain TEXT NOT NULL,
  unresolved TEXT,
  PRIMARY KEY (reading, claim),
  FOREIGN KEY (reading, claim) REFERENCES claims (reading, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE places (
  reading TEXT NOT NULL,
  claim INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  name TEXT NOT NULL,
  lat REAL,
  lon REAL,
  relation TEXT,
  radius_km REAL,
  country TEXT,
  geonames INTEGER,
  PRIMARY KEY (reading, claim),
  FOREIGN KEY (reading, claim) REFERENCES claims (reading, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE counts (
  reading TEXT NOT NULL,
  claim INTEGER NOT NULL,
  name TEXT NOT NULL,  -- dead, injured, detained, displaced, size
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  PRIMARY KEY (reading, claim, name),
  FOREIGN KEY (reading, claim) REFERENCES claims (reading, position)
) STRICT, WITHOUT ROWID;

-- Drafts that the gate did not admit.
CREATE TABLE turned_away (
  reading TEXT NOT NULL REFERENCES readings (id),
  position INTEGER NOT NULL,
  reason TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  type TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (reading, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
  reading TEXT NOT NULL REFERENCES readings (id),
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (reading, position)
) STRICT, WITHOUT ROWID;

-- What people decide: grades of sources, overrulings of merges. Reserved: nothing writes here yet.
CREATE TABLE judgements (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL  -- JSON
) STRICT;

CREATE TRIGGER versions_unchanged BEFORE UPDATE ON versions BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER versions_kept BEFORE DELETE ON versions BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER readings_unchanged BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER readings_kept BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER arrivals_unchanged BEFORE UPDATE ON arrivals BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER arrivals_kept BEFORE DELETE ON arrivals BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER sources_unchanged BEFORE UPDATE ON sources BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER sources_kept BEFORE DELETE ON sources BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER mentions_unchanged BEFORE UPDATE ON mentions BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER mentions_kept BEFORE DELETE ON mentions BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER claims_unchanged BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER claims_kept BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER chains_unchanged BEFORE UPDATE ON chains BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER chains_kept BEFORE DELETE ON chains BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER participants_unchanged BEFORE UPDATE ON participants BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER participants_kept BEFORE DELETE ON participants BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER times_unchanged BEFORE UPDATE ON times BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER times_kept BEFORE DELETE ON times BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER places_unchanged BEFORE UPDATE ON places BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER places_kept BEFORE DELETE ON places BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER counts_unchanged BEFORE UPDATE ON counts BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER counts_kept BEFORE DELETE ON counts BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER turned_away_unchanged BEFORE UPDATE ON turned_away BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER turned_away_kept BEFORE DELETE ON turned_away BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER notes_unchanged BEFORE UPDATE ON notes BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER notes_kept BEFORE DELETE ON notes BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER judgements_unchanged BEFORE UPDATE ON judgements BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
CREATE TRIGGER judgements_kept BEFORE DELETE ON judgements BEGIN SELECT RAISE(ABORT, 'testimony is append-only'); END;
