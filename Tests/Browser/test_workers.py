"""An administrator adds a worker, ends a role, and helps somebody who lost a phone; the worker sees it at the next click."""
from reading import answer, heading, press, record, said, summary, text


def add(admin, name, sign_in_name):
    """Adds a drugs worker and says with which password they sign in."""
    page = admin.page
    admin.go("/partnership/workers")
    press(page, "Add a worker")
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Sign-in name").fill(sign_in_name)
    page.get_by_label("Agency").select_option(value="cjit")
    page.get_by_label("Role").select_option(label="Drugs worker")
    record(page, "Add the worker")
    assert heading(page) == f"{name} has been added"
    assert len(summary(page, "Key of the second factor").split()) == 8
    admin.check("what a new worker is given")
    return summary(page, "Password")


def sign_in(desk, partnership, name, password, code=None):
    page = desk.page
    desk.go("/sign-in")
    page.locator("input[autocomplete=username]").fill(name)
    page.locator("input[type=password]").fill(password)
    page.locator("input[autocomplete=one-time-code]").fill(code or partnership.code(name))
    press(page, "Sign in")
    return "/sign-in" not in page.url


def open_worker(admin, name):
    page = admin.page
    admin.go("/partnership/workers")
    page.get_by_label("Name or sign-in name").fill(name)
    press(page, "Show")
    press(page.locator("main"), name)
    assert heading(page) == name
    return page


def open_part(page, title):
    page.locator("summary").filter(has_text=title).click()


def test_a_worker_is_added_and_signs_in(desk, night):
    admin = desk(night, "Administrator")
    page = admin.page
    admin.go("/partnership/workers/new")
    admin.check("the form of a new worker")
    page.get_by_label("Name", exact=True).fill("Alex Sample")
    press(page, "Add the worker")
    assert page.get_by_role("alert").first.is_visible(), "what is missing is said"
    assert page.get_by_label("Name", exact=True).input_value() == "Alex Sample", "what was typed stays"
    admin.faults.clear()
    admin.check("the form of a new worker with something missing")
    password = add(admin, "Alex Sample", "alex.sample")
    alex = desk(night, "", fresh=True)
    assert sign_in(alex, night, "alex.sample", password)
    alex.go("/today")
    assert heading(alex.page) == "Today"
    admin.go("/partnership/administration")
    assert "Added Alex Sample: Drugs worker" in text(page)


def test_a_role_that_ends_refuses_the_next_click(desk, night):
    admin = desk(night, "Administrator", width=320)
    password = add(admin, "Bo Sample", "bo.sample")
    bo = desk(night, "", fresh=True)
    assert sign_in(bo, night, "bo.sample", password)
    page = open_worker(admin, "Bo Sample")
    assert summary(page, "Open sessions") == "1"
    admin.check("a worker's page")
    open_part(page, "End a role")
    answer(page, "When does it end?", "Now")
    record(page, "End the role")
    assert "The role has been ended" in said(page)
    admin.check("a worker whose role has ended")
    bo.go("/today")
    assert "/sign-in" in bo.page.url
    night.let_codes_be_used_again("bo.sample")
    assert not sign_in(bo, night, "bo.sample", password)


def test_a_lost_phone(desk, night):
    admin = desk(night, "Administrator")
    password = add(admin, "Cam Sample", "cam.sample")
    cam = desk(night, "", fresh=True)
    assert sign_in(cam, night, "cam.sample", password)
    night.let_codes_be_used_again("cam.sample")
    lost = night.code("cam.sample")
    page = open_worker(admin, "Cam Sample")
    open_part(page, "Give a new password or second factor")
    answer(page, "What do they need?", "A new second factor")
    press(page, "Give it")
    assert "Make sure that it is them" in text(page)
    admin.faults.clear()
    admin.check("a worker's page with something missing")
    answer(page, "Who is asking?", "I am sure that it is Cam Sample who asks")
    record(page, "Give it")
    assert heading(page) == "New access for Cam Sample"
    assert len(summary(page, "Key of the second factor").split()) == 8
    cam.go("/today")
    assert "/sign-in" in cam.page.url, "the session with the lost phone is over"
    assert not sign_in(cam, night, "cam.sample", password, code=lost)
    assert sign_in(cam, night, "cam.sample", password)


def test_without_scripts_a_worker_leaves(desk, night):
    admin = desk(night, "Administrator")
    add(admin, "Dee Sample", "dee.sample")
    plain = desk(night, "Administrator", scripts=False)
    page = open_worker(plain, "Dee Sample")
    open_part(page, "They leave at once")
    page.get_by_label("Yes, Dee Sample leaves now").check()
    record(page, "End everything now")
    assert "Dee Sample can no longer sign in" in said(page)
    plain.go("/partnership/workers")
    former = page.locator("table").filter(has_text="No longer working here")
    assert "Dee Sample" in former.inner_text()
