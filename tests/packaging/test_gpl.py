"""Which licences go together with the GPL, version 3."""

import pytest
from bundle.gpl import goes_with_gpl_3


@pytest.mark.parametrize(
    "expression",
    [
        "MIT",
        "GPL-2.0-or-later",
        "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
        "GPL-2.0-only OR Apache-2.0",
        "GPL-3.0-or-later WITH GCC-exception-3.1",
        "MIT AND (GPL-2.0-only OR BSD-3-Clause)",
        "GPL-2.0-only OR (MIT AND ISC)",
    ],
)
def test_one_choice_that_goes_is_enough(expression: str) -> None:
    assert goes_with_gpl_3(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "GPL-2.0-only",
        "LicenseRef-Proprietary",
        "CC-BY-NC-4.0",
        "MIT AND GPL-2.0-only",
        "(MIT OR Apache-2.0) AND CC-BY-NC-4.0",
        "BSD-4-Clause OR SSPL-1.0",
    ],
)
def test_what_forbids_more_than_the_gpl_does_not_go(expression: str) -> None:
    assert not goes_with_gpl_3(expression)
