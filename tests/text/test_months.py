"""Every month's name in the languages of the sources is read, in both cases and both scripts."""

import pytest

from board.text.months import month_of

NAMES = {
    "English": "January February March April May June July August September October November December",
    "Serbian": "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
    "Serbian, Cyrillic": "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
    "Serbian, genitive": "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
    "Croatian": "siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac",
    "Croatian, genitive": (
        "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca"
    ),
    "Macedonian": "јануари февруари март април мај јуни јули август септември октомври ноември декември",
    "Bulgarian": "януари февруари март април май юни юли август септември октомври ноември декември",
    "Albanian": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    "Albanian, definite": "janari shkurti marsi prilli maji qershori korriku gushti shtatori tetori nëntori dhjetori",
    "German": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "Italian": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "French": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "Turkish": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
}


@pytest.mark.parametrize("language", NAMES)
def test_all_twelve_are_read(language: str) -> None:
    months = NAMES[language].split()
    wanted = list(range(1, 13))
    if language.startswith("Croatian"):
        # Polish and Ukrainian have the same word for November, and one that is two months is none.
        wanted[9] = 0
    assert [month_of(word) or 0 for word in months] == wanted
    assert [month_of(word.upper()) or 0 for word in months] == wanted
