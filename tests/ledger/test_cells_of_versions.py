"""A cell of a dataset is told apart by the source's own words for what is counted too."""

from datetime import date

from ledger_samples import NOON

from lossledger.ledger import open_ledger
from lossledger.sources import dataset_document, read_dataset

ROWS = (
    '[{"equipment_oryx": "Tanks", "model": "A", "manufacturer": "m", "losses_total": 1,'
    ' "equipment_ua": "Tanks"},\n{"equipment_oryx": "Tanks", "model": "B", "manufacturer": "m",'
    ' "losses_total": 1, "equipment_ua": "Tanks"}]'
)


def test_two_parts_of_a_list_with_the_same_count_are_both_kept(path):
    document = dataset_document(ROWS.encode(), "t.json", "oryx_by_model")
    reading = read_dataset(document, "oryx_by_model", today=date(2026, 11, 24))
    with open_ledger(path) as ledger:
        added = ledger.append_version(reading, recorded_at=NOON, by="test", reason="first")
        assert added.claims == 2
        again = ledger.append_version(reading, recorded_at=NOON, by="test", reason="again")
        assert (again.claims, again.known) == (0, 2)
