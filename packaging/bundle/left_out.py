"""What packages bring along that Diarist never loads, and what must be the system's own."""

import re

MODULES = [
    "IPython",
    "PIL",
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtWebEngineCore",
    "hf_xet",  # a faster way to fetch, and eleven megabytes
    "lxml.objectify",
    "matplotlib",
    "pandas",
    "pip",
    "pytest",
    "setuptools",
    "tkinter",
    "torch",
]
"""For PyInstaller: packages that other packages name, and use only where they are installed."""

_LANGUAGES = "de|en"

_UNUSED = [
    # Qt: input and output of machines without a desktop, other desktops' libraries, other languages.
    r"PySide6/Qt/plugins/(egldeviceintegrations|generic|networkinformation|tls)/",
    r"PySide6/Qt/plugins/platformthemes/libqgtk3",
    r"PySide6/Qt/plugins/platforms/lib(qeglfs|qlinuxfb|qminimal|qminimalegl|qvkkhrdisplay|qvnc)\b",
    r"PySide6/Qt/plugins/wayland-graphics-integration-client/lib(dmabuf-server|drm-egl-server|vulkan-server)",
    r"(PySide6/Qt/lib/)?libQt6(Egl|Network)",
    rf"PySide6/Qt/translations/(?!qtbase_({_LANGUAGES})\.)",
    # The carried models come with a table for another use of them, and with sounds for others' tests.
    r"moonshine_voice/assets/(cached_embeddings|clone-test|error|success)\.",
    # Python: databases of another age, and what edits a line that is typed to its prompt.
    r"python3\.\d+/lib-dynload/(_dbm|_gdbm|_tkinter|readline)",
    r"lib(db-5|readline|tinfo)",
]
_OF_THE_SYSTEM = [
    # What a graphics driver, the window system, or the sound system brings itself must not be there twice.
    r"lib(stdc\+\+|gcc_s|mvec|z)\.so",
    r"lib(X\w*|X11-xcb|xcb[\w-]*|xkbcommon[\w-]*|wayland-\w+|drm|gbm|GL\w*|EGL\w*|vulkan)\.so",
    r"lib(fontconfig|freetype|harfbuzz|graphite2|expat|png16|brotli\w+|bsd|md|fribidi|pixman-1|cairo[\w-]*|pango\w*-1\.0)\.so",
    r"lib(glib|gthread|gobject|gio|gmodule|gtk|gdk|gdk_pixbuf|atk|atk-bridge|atspi|epoxy|thai|datrie)[\d.-]*[\w.-]*\.so",
    r"lib(asound|portaudio|jack|db)\.so",
    r"lib(dbus-1|systemd|cap|gcrypt|gpg-error|lz4|zstd|mount|blkid|selinux|pcre2-8)\.so",
    r"lib(gssapi_krb5|krb5|k5crypto|krb5support|com_err|keyutils|jpeg)\.so",
]
_LEFT_OUT = re.compile("|".join(f"(?:{each})" for each in [*_UNUSED, *_OF_THE_SYSTEM]))


def is_used(name: str) -> bool:
    """Whether a file belongs into the bundle. name: its place there."""
    return _LEFT_OUT.match(name.replace("\\", "/")) is None
