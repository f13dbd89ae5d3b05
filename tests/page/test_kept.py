from framing.page.kept import GRACE, WAIT, File, Kept

PICTURE = File("picture.jpg", "image/jpeg", lambda: b"picture")


class Pages:
    """A store with a clock set by hand, in which page "a" shows one file."""

    def __init__(self) -> None:
        self.now = 0.0
        self.kept = Kept(clock=lambda: self.now)
        self.kept.open("a")
        self.kept.put("a", "one", PICTURE)


def test_a_file_is_had_by_its_own_pages_token_alone() -> None:
    pages = Pages()
    pages.kept.open("b")
    assert pages.kept.file("a", "one") is PICTURE
    assert [pages.kept.file(token, "one") for token in ("b", "", "never", "A")] == [None] * 4
    assert pages.kept.file("a", "another") is None


def test_no_two_tokens_are_alike_and_none_can_be_guessed() -> None:
    tokens = {Kept.token() for _ in range(1000)}
    assert len(tokens) == 1000
    assert all(len(token) == 32 for token in tokens)


def test_a_page_that_lost_its_connection_is_waited_for_ten_minutes_and_then_forgotten() -> None:
    pages = Pages()
    pages.kept.lost("a")
    pages.now = WAIT - 1.0
    assert not pages.kept.sweep()
    assert pages.kept.file("a", "one") is PICTURE
    pages.now = WAIT
    assert pages.kept.file("a", "one") is None
    assert pages.kept.sweep()


def test_a_page_that_comes_back_under_its_own_token_has_what_it_had_and_is_not_forgotten_later() -> None:
    pages = Pages()
    pages.kept.lost("a")
    pages.now = WAIT - 1.0
    pages.kept.open("a")
    pages.now = 3 * WAIT
    assert pages.kept.file("a", "one") is PICTURE


def test_with_the_goodbye_no_file_can_be_had_and_soon_the_page_is_forgotten() -> None:
    pages = Pages()
    pages.kept.goodbye("a")
    assert pages.kept.file("a", "one") is None
    pages.kept.put("a", "late", PICTURE)
    assert pages.kept.file("a", "late") is None, "its script may still have been running"
    pages.now = GRACE
    assert pages.kept.sweep()


def test_a_goodbye_to_a_page_that_lost_its_connection_before_forgets_it_too() -> None:
    pages = Pages()
    pages.kept.lost("a")
    pages.kept.goodbye("a")
    pages.now = GRACE
    assert pages.kept.sweep()


def test_nothing_is_held_for_a_page_that_was_never_opened() -> None:
    pages = Pages()
    pages.kept.put("b", "one", PICTURE)
    assert pages.kept.file("b", "one") is None


def test_a_file_that_the_page_no_longer_shows_is_forgotten() -> None:
    pages = Pages()
    pages.kept.drawn("a")
    assert pages.kept.file("a", "one") is PICTURE
    pages.kept.put("a", "two", PICTURE)
    pages.kept.drawn("a")
    assert pages.kept.file("a", "one") is None
    assert pages.kept.file("a", "two") is PICTURE
