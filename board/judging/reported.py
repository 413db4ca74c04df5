"""Words for what others reported, folded, in the languages of the sources: who denies "the report" denies it."""

from __future__ import annotations

_BY_LANGUAGE = {
    "en": "report reports story claim claims allegation allegations rumour rumours rumor rumors speculation",
    "sq": "raportim raportimi raportimet lajmi lajmet pretendimi pretendimet spekulimet",
    "sr": "izvestaj izvestaji navod navode navodi vest vesti tvrdnja tvrdnje tvrdnju glasine spekulacije",
    "bg": "sluhove sluhovete tvardenijata spekulacii novinata",
    "de": "bericht berichte meldung meldungen behauptung behauptungen gerucht geruchte spekulation spekulationen",
    "it": "notizia notizie voci ricostruzioni speculazioni",
}
REPORTED = frozenset(word for words in _BY_LANGUAGE.values() for word in words.split())
