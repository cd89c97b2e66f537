"""What the frozen application leaves to the programs that it starts."""

from bundle.start import leave_others_their_libraries

INSIDE = "/usr/lib/diarist/_internal"


def test_other_programs_have_the_systems_libraries() -> None:
    environment = {"LD_LIBRARY_PATH": INSIDE, "QT_PLUGIN_PATH": f"{INSIDE}/plugins", "HOME": "/home/reader"}
    leave_others_their_libraries(environment)
    assert not {"LD_LIBRARY_PATH", "QT_PLUGIN_PATH"} & environment.keys()
    assert environment["HOME"] == "/home/reader"


def test_what_the_user_had_set_is_set_again() -> None:
    environment = {"LD_LIBRARY_PATH": INSIDE, "LD_LIBRARY_PATH_ORIG": "/opt/theirs"}
    leave_others_their_libraries(environment)
    assert environment["LD_LIBRARY_PATH"] == "/opt/theirs"
    assert "LD_LIBRARY_PATH_ORIG" not in environment
