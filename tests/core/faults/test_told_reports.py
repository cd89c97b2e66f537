from desktop_app.core.faults.crash_reports import report_error, reports
from desktop_app.core.faults.told_reports import note_told, untold


def test_a_report_is_told_until_that_is_noted() -> None:
    assert untold() == ()
    note_told()
    first = report_error(ValueError())
    assert untold() == (first,)
    note_told()
    assert untold() == ()
    second = report_error(KeyError())
    assert untold() == (second,)
    assert reports() == (first, second)
