"""Who said what: one sentence in, one statement out."""

import pytest

from board.model import Channel, Confidence, Identity, Stance, Statement, Strength
from board.reading.read import read_text
from tests.reading.vocabulary import VOCABULARY


def read(text: str, language: str = "en") -> tuple[Statement, ...]:
    return read_text("", text, vocabulary=VOCABULARY, language=language).statements


def one(text: str, language: str = "en") -> Statement:
    (statement,) = read(text, language)
    return statement


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We stay,” KFOR commander Enrico Barduani said.", "We stay"),
        ('"We stay," said KFOR commander Enrico Barduani.', "We stay"),
        ("KFOR commander Enrico Barduani said: «We stay».", "We stay"),
        ("KFOR said on Monday that patrols go on.", "patrols go on"),
        ("Patrols go on, KFOR said.", "Patrols go on"),
        ("According to KFOR, patrols go on.", "patrols go on"),
        ("Patrols go on, according to KFOR.", "Patrols go on"),
        ("KFOR wrote in a statement that patrols go on.", "patrols go on"),
        ("The spokesman of KFOR, Colonel John Smith, told reporters that patrols go on.", "patrols go on"),
        ("Stressing that patrols go on, KFOR said there was no danger.", "there was no danger"),
    ],
)
def test_the_words_said_are_found_wherever_they_stand(text: str, words: str) -> None:
    assert words in one(text).text


@pytest.mark.parametrize(
    ("text", "speaker", "organisation", "identity"),
    [
        ("NATO Secretary General Jens Stoltenberg said it was calm.", "Jens Stoltenberg", "NATO", Identity.NAMED),
        ("A NATO official told Reuters that it was calm.", "A NATO official", "NATO", Identity.UNNAMED),
        (
            "Four diplomats, who spoke on condition of anonymity, said it was calm.",
            "Four diplomats",
            "",
            Identity.UNNAMED,
        ),
        ("A spokesman for KFOR said it was calm.", "A spokesman", "KFOR", Identity.ROLE),
        ("Kosovo’s Defense Ministry said it was calm.", "", "Kosovo’s Defense Ministry", Identity.ORGANISATION),
        ("The Alliance said it was calm.", "", "NATO", Identity.ORGANISATION),
        (
            "Mark Miller, the spokesman of the White House, said it was calm.",
            "Mark Miller",
            "White House",
            Identity.NAMED,
        ),
    ],
)
def test_the_speaker_is_named_as_the_text_names_him(
    text: str, speaker: str, organisation: str, identity: Identity
) -> None:
    statement = one(text)
    assert (statement.speaker, statement.organisation, statement.identity) == (speaker, organisation, identity)


def test_a_surname_takes_its_role_from_anywhere_in_the_text() -> None:
    first, second = read(
        "“All is calm,” Stoltenberg said.\n\nNATO Secretary General Jens Stoltenberg said he was sure."
    )
    assert (first.speaker, first.organisation) == (second.speaker, second.organisation) == ("Jens Stoltenberg", "NATO")


def test_the_official_is_the_one_spoken_of_before() -> None:
    official, ministry, again = read(
        "A NATO official said it was calm.\n\nThe ministry said it was not.\n\nThe official said it would stay so."
    )
    assert again.speaker == official.speaker
    assert ministry.identity is Identity.ORGANISATION


@pytest.mark.parametrize(
    ("text", "stance", "strength"),
    [
        ("A NATO official said there is no change.", Stance.DENIES, Strength.PLAIN),
        ("A NATO official said there was no change to announce.", Stance.DENIES, Strength.WEAK),
        ("The Defence Ministry said a withdrawal was out of the question.", Stance.DENIES, Strength.STRONG),
        ("The Defence Ministry rejected the report.", Stance.DENIES, Strength.PLAIN),
        ("KFOR announced that 200 soldiers will arrive.", Stance.ANNOUNCES, Strength.PLAIN),
        ("NATO confirmed that KFOR has 4,500 soldiers.", Stance.CONFIRMS, Strength.PLAIN),
        ("Analysts say that KFOR is too small.", Stance.CLAIMS, Strength.PLAIN),
        ("The Pentagon declined to comment.", Stance.NO_COMMENT, Strength.PLAIN),
        ("The Pentagon did not respond to a request for comment.", Stance.NO_COMMENT, Strength.WEAK),
    ],
)
def test_denials_have_strengths_and_silence_is_none(text: str, stance: Stance, strength: Strength) -> None:
    statement = one(text)
    assert (statement.stance, statement.strength) == (stance, strength)


def test_those_asked_who_have_not_answered_are_one_silence() -> None:
    silence = one(
        "Reuters asked for comment from the Kosovo government and the Foreign Ministry and is awaiting answers."
    )
    assert silence.stance is Stance.NO_COMMENT
    assert silence.organisation == "Government of Kosovo; Kosovo Foreign Ministry"


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("The ministry wrote in a letter that all is calm.", Channel.WRITTEN),
        ("Kurti told a press conference that all is calm.", Channel.SPOKEN),
        ("According to the website of NATO, KFOR has 4,500 soldiers.", Channel.WEBSITE),
        ("KFOR said that all is calm.", Channel.UNKNOWN),
    ],
)
def test_the_channel_is_told_apart_from_the_speaker(text: str, channel: Channel) -> None:
    assert one(text).channel is channel


def test_the_outlet_it_was_said_to_is_the_origin_and_others_carry_it() -> None:
    statement = one("A NATO official told Radio Free Europe that all is calm, BTA reported.")
    assert (statement.origin, statement.carriers) == ("Radio Free Europe", ("BTA",))


def test_an_outlet_that_passes_on_no_one_speaks_itself() -> None:
    statement = one("Politico wrote that Washington wants to cut KFOR.")
    assert (statement.organisation, statement.stance) == ("Politico", Stance.CLAIMS)


def test_a_quotation_goes_on_and_what_is_said_elsewhere_is_a_statement_of_its_own() -> None:
    quoted, told = read("“We stay,” Kurti said. “We always have.” He told parliament that somebody asked.")
    assert quoted.text.endswith("We always have.")
    assert told.text == "somebody asked"


def test_two_speakers_in_one_sentence_are_two_statements() -> None:
    first, second = read("KFOR said it was calm, while the Serbian Defence Ministry said it was not.")
    assert (first.organisation, second.organisation) == ("KFOR", "Serbian Defence Ministry")
    assert "while" not in first.text


def test_a_lede_that_only_announces_a_statement_is_left_out() -> None:
    statement = one("Kosovo has denied the claims.\n\nKosovo’s Defense Ministry denied the claims in writing.")
    assert statement.organisation == "Kosovo’s Defense Ministry"


def test_what_was_declared_by_nobody_is_no_statement() -> None:
    assert read("Serbia does not recognise the independence, which was declared in 2008.") == ()


def test_a_speaker_of_whom_nothing_is_known_is_unsure() -> None:
    assert one("“All is calm,” Mueller said.").confidence is Confidence.LOW


@pytest.mark.parametrize(
    ("language", "text", "organisation", "stance"),
    [
        ("sq", "Ministria e Mbrojtjes tha se tërheqja nuk vjen në shprehje.", "Defence Ministry", Stance.DENIES),
        ("sr", "Ministarstvo odbrane demantovalo je navode.", "Defence Ministry", Stance.DENIES),
        ("sr", "Министарство одбране демантовало је наводе.", "Defence Ministry", Stance.DENIES),
        ("bg", "Говорител на НАТО каза, че няма промяна.", "NATO", Stance.DENIES),
        ("de", "Das Verteidigungsministerium wies die Berichte zurück.", "Defence Ministry", Stance.DENIES),
        ("it", "Il Ministero della Difesa ha smentito il ritiro.", "Defence Ministry", Stance.DENIES),
    ],
)
def test_plain_denials_are_read_in_every_language(language: str, text: str, organisation: str, stance: Stance) -> None:
    statement = one(text, language)
    assert (statement.organisation, statement.stance) == (organisation, stance)


def test_marks_around_an_outlets_name_quote_nobody() -> None:
    statement = one("„Politico“ wrote yesterday that the US is putting pressure on NATO.")
    assert (statement.organisation, statement.text) == ("Politico", "the US is putting pressure on NATO")


def test_those_unnamed_beside_an_outlet_spoke_to_it() -> None:
    _, diplomats = read("Politico wrote that NATO will change. Four diplomats also said that KFOR will be cut.")
    assert (diplomats.identity, diplomats.origin) == (Identity.UNNAMED, "Politico")


@pytest.mark.parametrize(
    ("title", "organisation", "stance", "words"),
    [
        ("NATO official: nothing has changed in KFOR", "NATO", Stance.DENIES, "nothing has changed in KFOR"),
        ("Kosovo denies claims of US withdrawal", "Kosovo", Stance.DENIES, "denies claims of US withdrawal"),
    ],
)
def test_a_headline_speaks_where_the_text_does_not(title: str, organisation: str, stance: Stance, words: str) -> None:
    (statement,) = read_text(title, "", vocabulary=VOCABULARY, language="en").statements
    assert (statement.organisation, statement.stance, statement.text) == (organisation, stance, words)
    assert (statement.span, statement.confidence) == (None, Confidence.LOW)


@pytest.mark.parametrize("title", ["Does Kosovo deny the claims?", "Weather: rain in the north of the country"])
def test_a_headline_that_asks_or_names_nobody_says_nothing(title: str) -> None:
    assert read_text(title, "", vocabulary=VOCABULARY, language="en").statements == ()


def test_a_headline_adds_nothing_to_a_text_that_speaks() -> None:
    reading = read_text(
        "Kosovo: all is calm in the north", "KFOR said it was calm.", vocabulary=VOCABULARY, language="en"
    )
    assert [statement.organisation for statement in reading.statements] == ["KFOR"]
