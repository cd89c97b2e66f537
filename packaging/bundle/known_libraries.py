"""Shared libraries that no package's metadata tells of: whose they are, their licence, where their source is.

Each version is asked of the library itself. A library that is not here stops `make package`, until somebody has looked.
"""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from bundle.library_versions import (
    Reader,
    called,
    in_file_name,
    interface,
    major_and_minor,
    packed,
    packed_variable,
    stored,
    written,
)

_X264_NOTE = "The licence of the whole application follows from it: see docs/adr/0029-licence-of-the-bundle.md."


@dataclass(frozen=True, slots=True)
class KnownLibrary:
    """Libraries of one project. files: what their names are but for 'lib', versions and hashes, as an expression.

    source: an address with {version}, or {series}, which is that without its last number. texts: files of
    `packaging/licences/`; version: read by the first that answers.
    """

    files: str
    name: str
    licence: str
    source: str
    texts: tuple[str, ...] = ()
    version: tuple[Reader, ...] = (interface,)
    note: str = ""


_GCC = "GPL-3.0-or-later WITH GCC-exception-3.1"
_NETTLE = "LGPL-3.0-or-later OR GPL-2.0-or-later"
_GNU = "https://ftp.gnu.org/gnu"

KNOWN = (
    # What PyAV brings: FFmpeg, and what that stands on.
    KnownLibrary(
        "av(codec|device|filter|format|util)|sw(resample|scale)",
        "FFmpeg",
        "LGPL-3.0-or-later",
        "https://ffmpeg.org/releases/ffmpeg-{version}.tar.xz",
        ("ffmpeg", "LGPL-3", "GPL-3"),
        (called("av_version_info"),),
    ),
    KnownLibrary(
        "x264",
        "x264",
        "GPL-2.0-or-later",
        "https://code.videolan.org/videolan/x264",
        ("x264", "GPL-2"),
        (in_file_name,),
        note=_X264_NOTE,
    ),
    KnownLibrary(
        "x265",
        "x265",
        "GPL-2.0-or-later",
        "https://bitbucket.org/multicoreware/x265_git",
        ("x265", "GPL-2"),
        (stored("x265_version_str"),),
        _X264_NOTE,
    ),
    KnownLibrary(
        "mp3lame",
        "LAME",
        "LGPL-2.0-or-later",
        "https://downloads.sourceforge.net/project/lame/lame/{version}/lame-{version}.tar.gz",
        ("lame", "LGPL-2"),
        (called("get_lame_version"),),
    ),
    KnownLibrary(
        "gnutls",
        "GnuTLS",
        "LGPL-2.1-or-later",
        "https://www.gnupg.org/ftp/gcrypt/gnutls/v{series}/gnutls-{version}.tar.xz",
        ("gnutls", "LGPL-2.1"),
        (called("gnutls_check_version"),),
    ),
    KnownLibrary(
        "nettle|hogweed",
        "Nettle",
        _NETTLE,
        _GNU + "/nettle/",
        ("nettle", "LGPL-3", "GPL-2"),
        (major_and_minor("nettle_version_major", "nettle_version_minor"),),
    ),
    KnownLibrary(
        "gmp",
        "GMP",
        _NETTLE,
        _GNU + "/gmp/gmp-{version}.tar.xz",
        ("gmp", "LGPL-3", "GPL-2"),
        (stored("__gmp_version"),),
    ),
    KnownLibrary(
        "unistring",
        "GNU libunistring",
        _NETTLE,
        _GNU + "/libunistring/",
        ("libunistring", "LGPL-3", "GPL-2"),
        (packed_variable("_libunistring_version"),),
    ),
    KnownLibrary(
        "iconv|charset",
        "GNU libiconv",
        "LGPL-2.1-or-later",
        _GNU + "/libiconv/",
        ("LGPL-2.1",),
    ),
    KnownLibrary(
        "opencore-amr(nb|wb)",
        "OpenCORE AMR",
        "Apache-2.0",
        "https://sourceforge.net/projects/opencore-amr/files/opencore-amr/",
        ("opencore-amr", "Apache-2.0"),
    ),
    KnownLibrary(
        "opus",
        "Opus",
        "BSD-3-Clause",
        "https://downloads.xiph.org/releases/opus/opus-{version}.tar.gz",
        ("opus",),
        (called("opus_get_version_string"),),
    ),
    KnownLibrary(
        "vpx",
        "libvpx",
        "BSD-3-Clause",
        "https://github.com/webmproject/libvpx/archive/refs/tags/v{version}.tar.gz",
        ("libvpx",),
        (called("vpx_codec_version_str"),),
    ),
    KnownLibrary(
        "webp(mux|demux|decoder)?|sharpyuv",
        "libwebp",
        "BSD-3-Clause",
        "https://github.com/webmproject/libwebp/archive/refs/tags/v{version}.tar.gz",
        ("libwebp",),
        (packed("WebPGetDecoderVersion"), packed("WebPGetMuxVersion")),
    ),
    KnownLibrary(
        "dav1d",
        "dav1d",
        "BSD-2-Clause",
        "https://code.videolan.org/videolan/dav1d/-/archive/{version}/dav1d-{version}.tar.gz",
        ("dav1d",),
        (called("dav1d_version"),),
    ),
    KnownLibrary(
        "SvtAv1Enc",
        "SVT-AV1",
        "BSD-3-Clause-Clear",
        "https://gitlab.com/AOMediaCodec/SVT-AV1/-/archive/v{version}/SVT-AV1-v{version}.tar.gz",
        ("svt-av1",),
        (called("svt_av1_get_version"),),
    ),
    KnownLibrary(
        "vpl",
        "Intel VPL",
        "MIT",
        "https://github.com/intel/libvpl",
        ("libvpl",),
        (in_file_name,),
    ),
    KnownLibrary(
        "asound",
        "ALSA library",
        "LGPL-2.1-or-later",
        "https://www.alsa-project.org/files/pub/lib/alsa-lib-{version}.tar.bz2",
        ("alsa", "LGPL-2.1"),
        (called("snd_asoundlib_version"),),
    ),
    KnownLibrary("drm", "libdrm", "MIT", "https://dri.freedesktop.org/libdrm/", ("libdrm",)),
    KnownLibrary("Xau", "libXau", "MIT-open-group", "https://www.x.org/releases/individual/lib/", ("libxau",)),
    KnownLibrary("xcb(-shape|-shm|-xfixes)?", "libxcb", "X11", "https://xcb.freedesktop.org/dist/", ("libxcb",)),
    # What other packages bring.
    KnownLibrary(
        "sndfile(_\\w+)?",
        "libsndfile",
        "LGPL-2.1-or-later",
        "https://github.com/libsndfile/libsndfile/releases/download/{version}/libsndfile-{version}.tar.xz",
        ("libsndfile", "LGPL-2.1"),
        (called("sf_version_string"),),
        "With FLAC, Ogg, Vorbis, Opus, mpg123 and LAME compiled in.",
    ),
    KnownLibrary(
        "scipy_openblas(64_)?",
        "OpenBLAS",
        "BSD-3-Clause",
        "https://github.com/OpenMathLib/OpenBLAS",
        ("openblas",),
        (called("scipy_openblas_get_config64_"), called("scipy_openblas_get_config")),
    ),
    KnownLibrary("gfortran", "GCC runtime: libgfortran", _GCC, _GNU + "/gcc/", ("gcc-runtime", "GPL-3")),
    KnownLibrary("gomp", "GCC runtime: libgomp", _GCC, _GNU + "/gcc/", ("gcc-runtime", "GPL-3")),
    KnownLibrary("(gcc_s|stdc\\+\\+)", "GCC runtime", _GCC, _GNU + "/gcc/", ("gcc-runtime", "GPL-3")),
    KnownLibrary(
        "quadmath",
        "GCC runtime: libquadmath",
        "LGPL-2.1-or-later",
        _GNU + "/gcc/",
        ("gcc-runtime", "LGPL-2.1"),
    ),
    KnownLibrary(
        "onnxruntime",
        "ONNX Runtime",
        "MIT",
        "https://github.com/microsoft/onnxruntime/archive/refs/tags/v{version}.tar.gz",
        ("onnxruntime",),
        (written(rb"VERS_(\d+\.\d+\.\d+)"),),
    ),
    KnownLibrary(
        "Qt6\\w+",
        "Qt",
        "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
        "https://download.qt.io/official_releases/qt/{series}/{version}/single/",
        ("qt", "LGPL-3", "GPL-3"),
        (written(rb"Qt (6\.\d+\.\d+) \("), in_file_name),
        "Dynamically linked: its files in PySide6/Qt can be replaced by others of the same version.",
    ),
    KnownLibrary(
        "icu(data|i18n|uc)",
        "ICU",
        "Unicode-3.0",
        "https://github.com/unicode-org/icu/releases",
        ("icu",),
        (in_file_name,),
    ),
    # What the system lends: the version and the text are those of its package.
    KnownLibrary("ssl|crypto", "OpenSSL", "Apache-2.0", "https://github.com/openssl/openssl", ("Apache-2.0",)),
    KnownLibrary("sqlite3", "SQLite", "blessing", "https://www.sqlite.org/download.html"),
    KnownLibrary("bz2", "bzip2", "bzip2-1.0.6", "https://sourceware.org/pub/bzip2/"),
    KnownLibrary("lzma", "XZ Utils: liblzma", "0BSD", "https://github.com/tukaani-project/xz/releases"),
    KnownLibrary("ffi", "libffi", "MIT", "https://github.com/libffi/libffi/releases"),
    KnownLibrary("uuid", "util-linux: libuuid", "BSD-3-Clause", "https://www.kernel.org/pub/linux/utils/util-linux/"),
)


def known_library(file: str) -> KnownLibrary | None:
    """Whose library a file is, by its name; None where nobody has said."""
    stem = _stem(PurePosixPath(file).name)
    return next((each for each in KNOWN if re.fullmatch(each.files, stem)), None)


def _stem(name: str) -> str:
    """'libgfortran-040039e1-0352e75f.so.5.0.0' is gfortran; 'avcodec-62-5e6b81c2.dll' is avcodec."""
    first = name.partition(".")[0].removeprefix("lib")
    return re.sub(r"(-([0-9a-f]{8,}|\d+))+$", "", first)
