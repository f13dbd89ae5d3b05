from framing.page.kept import GRACE, WAIT, File, Kept
from framing.page.review import Roll
from tests.test_shot import shot

PICTURE = File("picture.jpg", "image/jpeg", lambda: b"picture")


class Pages:
    """A store with a clock set by hand, in which page "a" has kept one picture and shows it."""

    def __init__(self) -> None:
        self.now = 0.0
        self.kept = Kept(clock=lambda: self.now)
        self.first = self.open("a")
        self.first.kept.append(shot())
        self.kept.put("a", "one", PICTURE)

    def open(self, token: str) -> Roll:
        return self.kept.open(token, Roll)

    def claimed(self, token: str, before: str = "a") -> bool:
        """Whether that page, open by now, gets what the one before had."""
        self.open(token)
        self.kept.claim(token, before)
        return bool(self.open(token).kept)


def test_a_file_is_had_by_its_own_pages_token_alone() -> None:
    pages = Pages()
    pages.open("b")
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
    assert not pages.claimed("b")
    assert pages.kept.sweep()
    assert pages.open("a").kept == []


def test_the_same_page_loaded_again_gets_its_pictures_and_the_old_token_gets_nothing() -> None:
    pages = Pages()
    pages.kept.lost("a")
    pages.now = WAIT / 2
    assert pages.claimed("b")
    assert pages.kept.file("a", "one") is None
    assert not pages.claimed("c")


def test_a_page_that_comes_back_under_its_own_token_has_what_it_had_and_is_not_forgotten_later() -> None:
    pages = Pages()
    pages.kept.lost("a")
    pages.now = WAIT - 1.0
    assert pages.open("a").kept
    pages.now = 3 * WAIT
    assert pages.open("a").kept


def test_what_an_open_page_shows_cannot_be_claimed_by_another() -> None:
    pages = Pages()
    assert not pages.claimed("b")
    assert pages.open("a").kept


def test_with_the_goodbye_no_file_can_be_had_and_soon_all_is_forgotten() -> None:
    pages = Pages()
    pages.kept.goodbye("a")
    assert pages.kept.file("a", "one") is None
    pages.now = GRACE
    assert not pages.claimed("b")
    assert pages.kept.sweep()


def test_a_page_that_was_loaded_again_says_goodbye_first_and_still_gets_its_pictures() -> None:
    pages = Pages()
    pages.now = 1.0
    pages.kept.goodbye("a")
    pages.kept.lost("a")
    pages.now = GRACE / 2
    assert pages.claimed("b")


def test_a_page_that_was_open_beside_one_that_said_goodbye_does_not_get_its_pictures() -> None:
    pages = Pages()
    pages.open("b")
    pages.now = 1.0
    pages.kept.goodbye("a")
    assert not pages.claimed("b")


def test_a_goodbye_to_a_page_that_lost_its_connection_before_forgets_it_too() -> None:
    pages = Pages()
    pages.kept.lost("a")
    pages.kept.goodbye("a")
    pages.now = GRACE
    assert not pages.claimed("b")


def test_erasing_forgets_pictures_and_files_at_once_and_the_page_begins_again() -> None:
    pages = Pages()
    pages.kept.erase("a")
    assert pages.kept.file("a", "one") is None
    assert pages.open("a").kept == []
    pages.kept.lost("a")
    assert not pages.claimed("b")


def test_a_file_that_the_page_no_longer_shows_is_forgotten() -> None:
    pages = Pages()
    pages.kept.drawn("a")
    assert pages.kept.file("a", "one") is PICTURE
    pages.kept.put("a", "two", PICTURE)
    pages.kept.drawn("a")
    assert pages.kept.file("a", "one") is None
    assert pages.kept.file("a", "two") is PICTURE


def test_pictures_taken_over_come_first_and_those_downloaded_stay_so() -> None:
    before, after = Roll(), Roll()
    before.kept, after.kept = [shot(), shot()], [shot()]
    before.saved, after.saved = {1}, {0}
    both = before.kept + after.kept
    after.take_over(before)
    assert after.kept == both
    assert after.saved == {1, 2}
    assert after.unsaved
