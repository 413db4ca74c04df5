"""The tables, as numbered steps: a store of any older number is brought forward by the steps it lacks.

Times of this board (`at`, `known_from`, `last_seen`, ...) are microseconds since 1970, UTC. `value` is the noun itself
as JSON (see `board.store.codec`); the columns beside it are what it is found by. A record whose `known_to` is set has
been replaced by a later reading and stays as history; `root` is the number its first form had, the one a ref names.
"""

from __future__ import annotations

APPLICATION_ID = 0x626F6172
"""`boar`, in the header of the file: tells a store from other people's databases."""

_FIRST = """
CREATE TABLE sources (
  name TEXT PRIMARY KEY, title TEXT NOT NULL, grade TEXT NOT NULL, configured INTEGER NOT NULL DEFAULT 1,
  expect INTEGER, etag TEXT, last_modified TEXT, body_hash TEXT, extracted_by TEXT, changed INTEGER,
  health TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source_states (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, at INTEGER NOT NULL, before TEXT, after TEXT NOT NULL,
  reason TEXT NOT NULL, health TEXT NOT NULL);
CREATE INDEX source_states_source ON source_states (source, at);
CREATE INDEX source_states_at ON source_states (at);
CREATE TABLE observations (
  source TEXT NOT NULL, at INTEGER NOT NULL, word TEXT NOT NULL, good INTEGER NOT NULL,
  PRIMARY KEY (source, at)) WITHOUT ROWID;
CREATE INDEX observations_good ON observations (good, at);
CREATE TABLE receipts (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, retrieved INTEGER NOT NULL, url TEXT NOT NULL, final_url TEXT NOT NULL,
  status INTEGER, body_hash TEXT NOT NULL, extracted_by TEXT NOT NULL);
CREATE INDEX receipts_body ON receipts (body_hash);
CREATE TABLE bodies (hash TEXT PRIMARY KEY, size INTEGER NOT NULL, kept INTEGER NOT NULL, data BLOB NOT NULL);
CREATE INDEX bodies_kept ON bodies (kept);

CREATE TABLE items (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, version INTEGER NOT NULL, extracted_by TEXT NOT NULL,
  first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL);
CREATE TABLE item_keys (key BLOB PRIMARY KEY, item INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX item_keys_item ON item_keys (item);
CREATE TABLE item_versions (
  id INTEGER PRIMARY KEY, item INTEGER NOT NULL, receipt INTEGER NOT NULL, known_from INTEGER NOT NULL,
  cause TEXT NOT NULL, title TEXT NOT NULL, final_url TEXT, status INTEGER, body_hash TEXT, value TEXT NOT NULL);
CREATE INDEX item_versions_item ON item_versions (item, known_from);
CREATE INDEX item_versions_edited ON item_versions (known_from) WHERE cause = 'edited';

CREATE TABLE statements (
  id INTEGER PRIMARY KEY, root INTEGER NOT NULL, key BLOB NOT NULL, source TEXT NOT NULL, item INTEGER,
  version INTEGER, receipt INTEGER NOT NULL, cause TEXT NOT NULL, known_from INTEGER NOT NULL, known_to INTEGER,
  last_seen INTEGER NOT NULL, held_by INTEGER, headline INTEGER NOT NULL, value TEXT NOT NULL);
CREATE INDEX statements_root ON statements (root) WHERE root <> id;
CREATE INDEX statements_item ON statements (item) WHERE item IS NOT NULL;
CREATE INDEX statements_alone ON statements (source, key) WHERE item IS NULL;
CREATE INDEX statements_known ON statements (known_from);
CREATE INDEX statements_headline ON statements (headline);
CREATE TABLE origin_groups (statement INTEGER PRIMARY KEY, origin INTEGER NOT NULL, decided INTEGER NOT NULL DEFAULT 0);
CREATE INDEX origin_groups_origin ON origin_groups (origin);
CREATE VIRTUAL TABLE words USING fts5 (
  text, speaker, organisation, source, nation, stance,
  content='', columnsize=0, prefix='1 2 3', tokenize="unicode61 remove_diacritics 0 tokenchars '_'");

CREATE TABLE figures (
  id INTEGER PRIMARY KEY, root INTEGER NOT NULL, key BLOB NOT NULL, source TEXT NOT NULL, item INTEGER,
  version INTEGER, receipt INTEGER NOT NULL, statement INTEGER, cause TEXT NOT NULL, known_from INTEGER NOT NULL,
  known_to INTEGER, last_seen INTEGER NOT NULL, held_by INTEGER, subject TEXT NOT NULL, nation TEXT, kind TEXT NOT NULL,
  said INTEGER NOT NULL, about INTEGER NOT NULL, value TEXT NOT NULL);
CREATE INDEX figures_root ON figures (root);
CREATE INDEX figures_about ON figures (about);
CREATE INDEX figures_nation ON figures (nation, about);
CREATE INDEX figures_said ON figures (said);
CREATE INDEX figures_item ON figures (item) WHERE item IS NOT NULL;
CREATE INDEX figures_alone ON figures (source, key) WHERE item IS NULL;
CREATE INDEX figures_statement ON figures (statement) WHERE statement IS NOT NULL;
CREATE INDEX figures_known ON figures (known_from);

CREATE TABLE editions (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, force TEXT NOT NULL, slot BLOB NOT NULL, content BLOB NOT NULL,
  receipt INTEGER NOT NULL, cause TEXT NOT NULL, known_from INTEGER NOT NULL, known_to INTEGER,
  last_seen INTEGER NOT NULL, held TEXT, released INTEGER, said INTEGER NOT NULL, about INTEGER NOT NULL,
  value TEXT NOT NULL);
CREATE INDEX editions_force ON editions (force, about);
CREATE INDEX editions_slot ON editions (slot);
CREATE INDEX editions_said ON editions (said);
CREATE TABLE edition_rows (
  edition INTEGER NOT NULL, position INTEGER NOT NULL, nation TEXT, value TEXT NOT NULL,
  PRIMARY KEY (edition, position)) WITHOUT ROWID;
CREATE INDEX edition_rows_nation ON edition_rows (nation);

CREATE TABLE events (
  id INTEGER PRIMARY KEY, key BLOB NOT NULL, source TEXT NOT NULL, receipt INTEGER NOT NULL,
  known_from INTEGER NOT NULL, known_to INTEGER, last_seen INTEGER NOT NULL, about INTEGER NOT NULL,
  value TEXT NOT NULL);
CREATE INDEX events_key ON events (source, key);
CREATE INDEX events_about ON events (about);

CREATE TABLE decisions (
  id INTEGER PRIMARY KEY, ref TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, who TEXT NOT NULL,
  at INTEGER NOT NULL, why TEXT NOT NULL);
CREATE INDEX decisions_ref ON decisions (ref, at);
CREATE TABLE notes (
  id INTEGER PRIMARY KEY, ref TEXT NOT NULL, text TEXT NOT NULL, who TEXT NOT NULL, at INTEGER NOT NULL);
CREATE INDEX notes_ref ON notes (ref, at);
CREATE TABLE read_marks (ref TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE looks (face TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE asks (source TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE progress (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL, value TEXT NOT NULL);
CREATE TABLE problems (name TEXT PRIMARY KEY, at INTEGER NOT NULL, message TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE moments (at INTEGER PRIMARY KEY);
"""

_ENDED = """
CREATE INDEX statements_ended ON statements (known_to) WHERE known_to IS NOT NULL;
CREATE INDEX figures_ended ON figures (known_to) WHERE known_to IS NOT NULL;
"""
"""So that what was taken back since a look is found without reading all."""

_ANNOUNCED = """
CREATE TABLE announcements (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, sentence TEXT NOT NULL);
"""
"""What the collector has to say to whoever looks: numbered, so that each face says it once."""

_PENDING = """
CREATE TABLE pending (
  source TEXT PRIMARY KEY, receipt INTEGER NOT NULL, since INTEGER NOT NULL, reason TEXT NOT NULL,
  value TEXT NOT NULL) WITHOUT ROWID;
"""
"""Readings without a table that wait for a person."""

_WORDS_ANEW = """
DROP TABLE words;
CREATE VIRTUAL TABLE words USING fts5 (
  text, speaker, organisation, source, nation, stance,
  content='', columnsize=0, prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 0 tokenchars '_'");
"""
"""A prefix without an index of its own is put together from every word it begins before the first hit is known: four
letters that begin thousands of words took seconds in a million statements. Longer ones begin few. The second time it is
filled with the nations as well that a statement names."""

_RE_READ = """
CREATE INDEX statements_reread ON statements (known_from) WHERE cause = 're-read';
CREATE INDEX figures_reread ON figures (known_from) WHERE cause = 're-read';
"""
"""So that what other options made of the same words since a look is found without reading all that came since."""

_OTHER_WORDS = "".join(
    f"""
CREATE VIRTUAL TABLE {table} USING fts5 (
  text, speaker, organisation, source,
  content='', columnsize=0, prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 0 tokenchars '_'");
"""
    for table in ("words_of_items", "words_of_notes")
)
"""So that articles and notes are found by their words too; the columns are named as those of `words` are, so that one
query asks all three."""

_CHARSETS = """
ALTER TABLE bodies ADD COLUMN charset TEXT;
"""
"""As the server named it: by it the bytes are read, and read again."""

_FORMER_WORDS = """
CREATE VIRTUAL TABLE words_of_versions USING fts5 (
  text, speaker, organisation, source,
  content='', columnsize=0, prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 0 tokenchars '_'");
"""
"""The words that articles had before they were edited, by the number of the version: what was known then is found by
the words it had then."""

_LOOKS = """
CREATE TABLE article_looks (
  source TEXT NOT NULL, link TEXT NOT NULL, at INTEGER NOT NULL, title TEXT NOT NULL, dated TEXT NOT NULL,
  failed TEXT NOT NULL, PRIMARY KEY (source, link)) WITHOUT ROWID;
"""
"""When the page behind each item was asked for last, and under which headline and dates: what a collector has to know
that was not there then, as one that cron starts never was."""

_OWNER = """
CREATE TABLE owner (id INTEGER PRIMARY KEY CHECK (id = 1), board TEXT NOT NULL);
"""
"""Which board.toml fills the store: two boards that are called the same must not share one by accident."""

_PUT_RIGHT = """
ALTER TABLE statements ADD COLUMN read TEXT;
ALTER TABLE figures ADD COLUMN read TEXT;
CREATE INDEX decisions_kind ON decisions (kind, at);
"""
"""What was read, where `value` is what a person put right."""

MIGRATIONS: tuple[str, ...] = (
    _FIRST,
    _ENDED,
    _ANNOUNCED,
    _PENDING,
    _WORDS_ANEW,
    _WORDS_ANEW + _RE_READ,
    _OTHER_WORDS,
    _CHARSETS + _FORMER_WORDS,
    _LOOKS + _OWNER,
    _PUT_RIGHT,
)
"""Step n brings a store from version n to n + 1; a new store takes them all. A step that was released never changes."""

WORDS_SINCE = 6
"""The version whose step emptied the word index last: it is filled again for a store from before."""

OTHER_WORDS_SINCE = 7
"""The same of the indexes of articles and notes."""

FORMER_WORDS_SINCE = 8
"""The same of the index of versions that are no longer the present ones."""

WORD_INDEXES = ("words", "words_of_items", "words_of_notes", "words_of_versions")

VERSION = len(MIGRATIONS)
