"""The custody suite's own story in the journeys: who is brought in, and what the custody officer does with them.

The people come with the overnight list of the custody system, as they do at work. Each journey has people of its own,
so that none depends on another, and none of them stands first on a board.
"""
from reading import act, answer, answers, open_board, press, record, row, said

NIGHT = [
    "Ada", "Ben", "Cyd", "Dil", "Eve", "Fay", "Gil", "Hal", "Ian", "Joy", "Kit", "Lea", "Mab", "Ned",
    "Oli", "Pia", "Quy", "Wil", "Yan", "Ruy", "Sia", "Tao", "Uli", "Zoe", "Ark", "Bea",
]
MORNING = ["Ron", "Sue", "Tod", "Una", "Vic", "Wyn", "Xia"]
DRINKERS = {"Fay"}
FAMILY = "Journeyley"
QUESTIONS = [
    "prison-production", "drr", "drug-offence", "positive-before", "admits-use", "pnc-marker", "withdrawal",
    "first-trigger-arrest", "worker-asks",
]


def listed(given):
    """The name as lists show it."""
    return f"{FAMILY}, {given}"


def overnight_list(names, arrived):
    """The file that the custody system hands over. Everybody in it is made up."""
    lines = ["Custody No,Surname,Forename,DOB,Sex,Arrived,Offence code,Offence,Alcohol,Cell"]
    for number, given in enumerate(names):
        drink = "Yes" if given in DRINKERS else "No"
        lines.append(
            f"31 CR/9{number:05}/26,{FAMILY},{given},{born(given)},Female,19/11/2026 {arrived},TH68010,"
            f"Theft from a shop,{drink},J{number}")
    return "\n".join(lines) + "\n"


def born(given):
    """Everybody's birthday: of full age, and no two the same."""
    return f"{1 + ord(given[0]) - ord('A'):02}/03/{1970 + ord(given[1]) % 20}"


def bring_in(desk, names, arrived):
    """Loads the overnight list: looked at first, then recorded."""
    page = open_board(desk, "Cells")
    press(page, "Load:")
    page.get_by_label("Or paste it here").fill(overnight_list(names, arrived))
    press(page, "Look at it")
    press(page, f"Record {len(names)}")
    assert f"{len(names)} added" in said(page)
    for given in names:
        assert row(page, listed(given)).count() == 1, f"{given} is in the cells once"


def decide(desk, person, **yes):
    """Answers the nine questions with no, except where the journey says yes."""
    page = open_board(desk, "Cells")
    act(page, person, "Decide")
    nine_questions(page, **yes)
    record(page)
    return page


def nine_questions(page, **yes):
    for name in QUESTIONS:
        boxes = page.locator(f"input[name=a-{name}]")
        if boxes.first.is_visible() and page.locator(f"input[name=a-{name}]:checked").count() == 0:
            page.locator(f"input[name=a-{name}][value={yes.get(name.replace('-', '_'), 'no')}]").check()


def sample(desk, person, found=None, refused=None, at=None):
    """Records that a sample was taken and what the machine found, or that it was refused and with what words."""
    page = open_board(desk, "Cells")
    act(page, person, "Test")
    answers(page, {
        "Was the person told that refusing": "Yes", "Was a sample taken?": "Refused" if refused else "Taken"})
    if refused:
        page.get_by_label("What did the person say?").fill(refused)
    else:
        answer(page, "What did the machine find?", found)
        if found != "Nothing found":
            answers(page, {"Does the person dispute the result?": "No", "Has the DT1 been made out?": "Yes"})
    if at:
        page.get_by_label("It happened earlier").check()
        page.get_by_label("Time", exact=True).fill(at)
    record(page)
    return page


def positive(desk, person, at=None):
    """From the cell to a positive result."""
    decide(desk, person, admits_use="yes")
    return sample(desk, person, found="Cocaine", at=at)


def book_first(desk, person):
    """Books the required assessment by the first time offered, and gives back the page that says so."""
    page = open_board(desk, "Cells")
    press(page, person)
    press(page.locator("main"), "Book")
    press(page, "Book this time")
    return page


def give_notice(page):
    """Makes out the notice from the page of the booking."""
    press(page, "Give the written notice")
    record(page)
    return page
