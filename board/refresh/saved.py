"""A person's own files that were saved, or are to be read otherwise, while no collector was there to see it."""

from __future__ import annotations

from board.fetch.files import is_changed
from board.refresh.one_pass import Means
from board.spec import SourceSpec
from board.workshop.job import recipe


def was_saved(spec: SourceSpec, means: Means) -> bool:
    """Whether a file is to be read at once, due or not. What was never read is due anyway. Raises: StoreError."""
    facts = means.store.source_facts(spec.name)
    if not spec.enabled or spec.file is None or facts.extracted_by is None:
        return False
    return facts.extracted_by != recipe(spec, means.vocabulary) or is_changed(spec.file, facts.validators)
