"""What macOS is told of the application: Info.plist, beyond what PyInstaller fills in itself."""

from collections.abc import Mapping

from desktop_app import __version__

PROJECT_TYPE = "org.diarist.project"

INFO: Mapping[str, object] = {
    "CFBundleShortVersionString": __version__,
    "CFBundleVersion": __version__,
    "CFBundleLocalizations": ["en", "de"],
    "LSApplicationCategoryType": "public.app-category.productivity",
    "LSMinimumSystemVersion": "13.0",
    "NSHighResolutionCapable": True,
    "NSHumanReadableCopyright": "The Diarist authors",
    "NSMicrophoneUsageDescription": "Diarist records what you choose to record. It stays on this computer.",
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "Diarist project",
            "CFBundleTypeRole": "Editor",
            "LSHandlerRank": "Owner",
            "LSItemContentTypes": [PROJECT_TYPE],
        },
        {
            "CFBundleTypeName": "Recording",
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "Alternate",
            "LSItemContentTypes": ["public.audio", "public.movie"],
        },
    ],
    "UTExportedTypeDeclarations": [
        {
            "UTTypeIdentifier": PROJECT_TYPE,
            "UTTypeDescription": "Diarist project",
            "UTTypeConformsTo": ["public.data"],
            "UTTypeTagSpecification": {"public.filename-extension": ["diarist"]},
        }
    ],
}
"""Keys and values of Apple's Information Property List."""
