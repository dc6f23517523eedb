"""The pictures that the README and the guides show, taken from the demo at ten past two in the morning."""
from test_pages import first_person


def test_pictures_of_the_night(desk, night):
    wide = desk(night, "Custody officer")
    wide.go("/boards")
    wide.picture("cells")
    person = first_person(wide.page)
    narrow = desk(night, "Custody officer", width=390)
    narrow.go("/boards")
    narrow.picture("cells-phone")
    narrow.go(person)
    narrow.picture("person-phone")
    worker = desk(night, "Drugs worker")
    worker.go("/boards")
    person = first_person(worker.page)
    for part, name in [("", "person"), ("/due", "whats-due"), ("/sharing", "sharing")]:
        worker.go(person + part)
        worker.picture(name)
    worker.go("/diary")
    worker.picture("diary")
