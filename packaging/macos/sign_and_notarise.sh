#!/bin/sh
# Sign Diarist.app, put it into a disk image, and let Apple look it through: on a Mac, after `python -m bundle`.
#   sh packaging/macos/sign_and_notarise.sh "Developer ID Application: NAME (TEAM)" PROFILE
# PROFILE is what `xcrun notarytool store-credentials` called the credentials that it put into the keychain.
# With "-" for both, it is signed for this Mac alone, and not sent to anybody. It could not be run anywhere yet.
set -eu
cd "$(dirname "$0")/../.."
identity=$1
profile=$2
application=dist/Diarist.app
version=$(PYTHONPATH=. python3 -c "from desktop_app import __version__; print(__version__)")
image=dist/Diarist-$version-macos-$(uname -m).dmg

# The innermost first: a signature covers those that were there before it.
find "$application/Contents" -type f \( -name '*.so' -o -name '*.dylib' \) -print0 |
    xargs -0 -n 50 codesign --force --timestamp --options runtime --sign "$identity"
codesign --force --timestamp --options runtime --entitlements packaging/macos/entitlements.plist \
    --sign "$identity" "$application"
codesign --verify --deep --strict "$application"

staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
cp -R "$application" "$staging/"
ln -s /Applications "$staging/Applications"
hdiutil create -quiet -volname Diarist -srcfolder "$staging" -format ULFO -ov "$image"
[ "$identity" = - ] || codesign --timestamp --sign "$identity" "$image"
[ "$profile" = - ] && exit 0
xcrun notarytool submit "$image" --keychain-profile "$profile" --wait
xcrun stapler staple "$image"
spctl --assess --type open --context context:primary-signature "$image"
