import threading
from collections import Counter
from contextlib import suppress

import numpy as np

from framing.perceive.fixed import FixedEyes, sitter
from framing.presets.catalogue import find
from framing.session.analyser import Analyser
from framing.session.sent import Sent
from framing.session.settings import Settings
from framing.session.turns import Turns
from framing.types import Frame, Image, Scene
from tests.session.stage import wait_for

SITTERS = 4


def test_turns_come_in_the_order_in_which_they_were_asked_for() -> None:
    turns, came = Turns(1), list[int]()

    def ask(number: int) -> None:
        with turns.turn():
            came.append(number)

    threads = [threading.Thread(target=ask, args=[number]) for number in range(6)]
    with turns.turn():
        for number, thread in enumerate(threads):
            thread.start()
            wait_for(lambda number=number: turns.waiting == number + 1)  # type: ignore[misc]
        assert came == []
    for thread in threads:
        thread.join()
    assert came == [0, 1, 2, 3, 4, 5]


def test_no_more_look_at_once_than_may_and_a_look_that_fails_gives_its_turn_back() -> None:
    turns, inside, most = Turns(2), [0], [0]
    lock = threading.Lock()

    def look(number: int) -> None:
        with turns.turn():
            with lock:
                inside[0] += 1
                most[0] = max(most[0], inside[0])
            with lock:
                inside[0] -= 1
            _ = 1 // (number % 5)

    def look_on() -> None:
        for number in range(50):
            with suppress(ZeroDivisionError):
                look(number)

    threads = [threading.Thread(target=look_on) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most[0] <= 2
    with turns.turn(), turns.turn():
        assert turns.waiting == 0


class Slow(FixedEyes):
    """Eyes that write down whose look it is, and look only when they are let."""

    def __init__(self, name: int, looked: list[int], go_on: threading.Semaphore) -> None:
        super().__init__([sitter()])
        self._name, self._looked, self._go_on = name, looked, go_on

    def see(self, frame: Frame) -> Scene:
        self._looked.append(self._name)
        self._go_on.acquire()
        return super().see(frame)


def test_sitters_on_a_machine_that_is_too_slow_for_them_are_each_looked_at_once_in_every_round() -> None:
    turns, looked, go_on = Turns(1), list[int](), threading.Semaphore(0)
    picture: Image = np.full((36, 64, 3), 120, np.uint8)
    settings = Settings(find("headshot"))
    analysers = [
        Analyser(
            lambda name=name: Slow(name, looked, go_on),  # type: ignore[misc]
            lambda: settings,
            lambda _: None,
            lambda: None,
            period=0.0,
            turns=turns,
        )
        for name in range(SITTERS)
    ]
    for analyser in analysers:
        analyser.start()

    def offer_to_all(moment: int) -> None:
        for analyser in analysers:
            analyser.offer(Sent(picture, float(moment)))

    def all_asked() -> bool:
        offer_to_all(len(looked))
        return turns.waiting == SITTERS - 1

    for number in range(10 * SITTERS):
        wait_for(lambda number=number: all_asked() and len(looked) == number + 1)  # type: ignore[misc]
        go_on.release()
    for analyser in analysers:
        analyser.stop()
    for _ in range(2 * SITTERS):
        go_on.release()
    assert all(analyser.join(20.0) for analyser in analysers)
    rounds = [looked[at : at + SITTERS] for at in range(SITTERS, 10 * SITTERS, SITTERS)]
    assert all(Counter(names) == Counter(range(SITTERS)) for names in rounds)
