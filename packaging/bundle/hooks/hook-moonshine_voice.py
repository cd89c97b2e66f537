"""The carried models: the native library, which holds two of them as bytes, and the folder of the third."""

from PyInstaller.utils.hooks import collect_data_files, collect_dynamic_libs

datas = collect_data_files("moonshine_voice", includes=["assets/**"])
binaries = collect_dynamic_libs("moonshine_voice")
