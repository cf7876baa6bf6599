"""The current claim's passages are looked for, whatever answers come in between."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from tests.tui.conftest import settled
from tests.tui.test_keys import OFFERED, SIZE
from workbench.tui.offering import Offered

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


async def test_an_answer_for_another_claim_leaves_the_question_for_the_current_one(
    demo_app: WorkbenchApp,
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        assert screen.sheet is not None
        other = screen.sheet.claims[40].id
        free = threading.Event()
        screen.lane.do(lambda _: free.wait(30))
        try:
            screen.go_to(OFFERED)
            # looked for before the last key, and answered only now
            screen.post_message(Offered(other, ()))
            await pilot.pause()
            await pilot.pause(0.05)
        finally:
            free.set()
        await settled(pilot)
        assert screen.offers.of(screen.sheet.claims[OFFERED].id)
        assert screen.match is not None
