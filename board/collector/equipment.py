"""What a collector works with, made from the configuration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from board import __version__
from board.fetch.client import Client, user_agent
from board.fetch.manners import Manners
from board.judging.folding import fold_of
from board.reading.words.vocabulary import Vocabulary, vocabulary_of
from board.refresh.articles import Articles
from board.refresh.one_pass import Means
from board.spec import Config
from board.store import Store
from board.workshop.warm import Workshop


def equip(config: Config, store: Store, workshop: Workshop, manners: Manners, before: Client | None = None) -> Means:
    """The means of a board. The client of before goes on where it calls itself the same: it knows every robots.txt."""
    agent = user_agent(__version__, config.board.contact)
    client = before if before is not None and before.agent == agent else Client(agent, manners=manners)
    return Means(
        store=store, client=client, workshop=workshop, articles=Articles(client, workshop), vocabulary=words(config)
    )


def words(config: Config) -> Vocabulary:
    """The names the board cares for."""
    return vocabulary_of(config.forces, config.tiers, config.nations, config.persons)


def open_store(path: Path, config: Config, tell: Callable[[str], None] = lambda _: None) -> Store:
    """The board's store, with its rule for statements of one origin; `tell` hears of it being brought forward,
    and where another board fills it too.

    Raises: StoreError.
    """
    store = Store.open(path, fold=fold_of(config), aliases=config.aliases, tell=tell)
    if word := store.bind(config.file):
        tell(word)
    return store
