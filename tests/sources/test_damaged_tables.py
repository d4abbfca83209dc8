"""A damaged table is read with every quote in its place, or refused in one line: no third way."""

import random
from datetime import date

import pytest

from lossledger.errors import BadInput
from lossledger.sources import dataset_document, read_dataset

WHOLE = {
    "economist": (
        "date,estimate_low,estimate_high,estimate,type,source,source_url,country,"
        '"ignore for chart, data from warring parties"\n'
        '15/02/2023,1000,"2,000",,deaths,CIA,https://example.org/é,russia,\n'
        "1/3/2023,,,77123,casualties,UK MoD,,ukraine,yes\n"
    ),
    "uk_mod_monthly": (
        "month,year,casualties (average daily losses),days in month,casualties in month,"
        "cumulative casualties,date (at beginning of next month),source,source_url,note\n"
        "march,2022,100,31,3100,3100,01/04/2022,UK MoD,https://example.org/1,\n"
        "april,2022,120,30,3600,6700,01/05/2022,UK MoD,https://example.org/2,\n"
    ),
    "pnas": (
        '"days","loss_count","loss_type","claim_source","time_frame","loss_country","minimum",'
        '"maximum","category","source_target"\n'
        '9,1e+05,"Tanks-Russia","UA Source","Day","Russia",0,0,"Tanks","UA Source-Russia"\n'
        '10,55,"Tanks-Ukraine","RU Source","Cumulative","Ukraine",1,0,"Tanks","x"\n'
    ),
    "oryx_by_model": (
        '[{"equipment_oryx": "Tanks", "model": "T-1 \\u00e9", "manufacturer": "m",'
        ' "losses_total": 4, "equipment_ua": "Tanks"}]'
    ),
}
NOISE = b'0123456789,"\n\r{}[]:xe+-/. \xc3\x00'


def damaged(content, dice):
    """Bytes cut off, written over, repeated or taken out."""
    data = bytearray(content)
    kind, place = dice.randrange(4), dice.randrange(len(data))
    if kind == 0:
        del data[place:]
    elif kind == 1:
        for _ in range(dice.randrange(1, 4)):
            data[dice.randrange(len(data))] = dice.choice(NOISE)
    elif kind == 2:
        data[place:place] = content[dice.randrange(len(content)) :][: dice.randrange(40)]
    else:
        del data[place : place + dice.randrange(60)]
    return bytes(data)


@pytest.mark.parametrize("source", WHOLE)
def test_a_damaged_table_is_read_in_place_or_refused_in_one_line(source):
    dice, outcomes = random.Random(11), set()
    for _ in range(400):
        content = damaged(WHOLE[source].encode(), dice)
        try:
            document = dataset_document(content, "t", source)
            reading = read_dataset(document, source, today=date(2026, 11, 24))
        except BadInput as error:
            said = str(error)
            outcomes.add("refused")
        else:
            said = "t"
            outcomes.add("read")
            for claim in reading.claims:
                place = slice(claim.byte_span.start, claim.byte_span.end)
                assert content[place].decode() == claim.quote
        assert said.startswith("t")
        assert "\n" not in said
    assert outcomes == {"read", "refused"}
