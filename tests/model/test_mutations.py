"""Every rule of the model is missed by a test when it is taken out."""

import pytest

from tests.mutations import MUTATIONS, main


@pytest.mark.slow
def test_every_rule_that_is_taken_out_is_missed() -> None:
    assert main([]) == 0
    assert len(MUTATIONS) > 60
