"""The vocabulary the tests read with: one force in one land, and a police of its own."""

from board.options import Nation
from board.reading.words.vocabulary import Vocabulary, vocabulary_of
from board.spec import ForceSpec, TierSpec

KFOR = ForceSpec(
    name="KFOR",
    aliases=("Kosovo Force", "КФОР", "Кфор", "Kfora", "Кфору", "Кфора"),
    theatre=("Kosovo", "Kosova", "Kosovë", "Косово"),
    parent=("NATO", "НАТО", "the Alliance"),
    outside=(Nation("SRB"),),
)
VOCABULARY: Vocabulary = vocabulary_of([KFOR], [TierSpec(level=1, name="Kosovo Police")])
