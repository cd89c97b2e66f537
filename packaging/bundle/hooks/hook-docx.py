"""python-docx looks for its templates beside its modules, which must therefore be files too."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("docx")
module_collection_mode = "pyc"
