; What people on Windows install Diarist from: Inno Setup 6 makes one program of dist\diarist.
;   iscc /DVersion=0.1.0 packaging\windows\diarist.iss
; Nothing here could be run on Windows yet; the file was compiled with Inno Setup's own compiler.

#ifndef Version
  #error Give the version: iscc /DVersion=0.1.0
#endif
#define Name "Diarist"
#define Window "DiaristWindow.exe"

[Setup]
; Never change it: it is how Windows knows an update from another program.
AppId={{6B8E9B9A-3C0C-4E57-9B60-5F9E0C3B6D11}
AppName={#Name}
AppVersion={#Version}
AppPublisher=The Diarist authors
; For this user alone, without an administrator, unless it is asked for.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
DefaultDirName={autopf}\{#Name}
DisableProgramGroupPage=yes
DisableDirPage=auto
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icons\diarist.ico
UninstallDisplayIcon={app}\{#Window}
OutputDir=..\..\dist
OutputBaseFilename=Diarist-{#Version}-windows-x64
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
; A running Diarist is asked to close, so that none of its files is in use.
CloseApplications=yes
RestartApplications=no

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
en.DesktopIcon=Put Diarist on the desktop
de.DesktopIcon=Diarist auf den Desktop legen
en.CommandLine=Let the command line know diarist
de.CommandLine=Der Befehlszeile diarist bekannt machen
en.Project=Diarist project
de.Project=Diarist-Projekt

[Tasks]
Name: "desktopicon"; Description: "{cm:DesktopIcon}"; Flags: unchecked
Name: "commandline"; Description: "{cm:CommandLine}"; Flags: unchecked

[InstallDelete]
; Libraries of the version before must not be found beside those of this one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\diarist\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Window}"; AppUserModelID: "org.diarist.Diarist"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Window}"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.diarist"; ValueType: string; ValueData: "Diarist.Project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Diarist.Project"; ValueType: string; ValueData: "{cm:Project}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Diarist.Project\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Window},0"
Root: HKA; Subkey: "Software\Classes\Diarist.Project\shell\open\command"; ValueType: string; ValueData: """{app}\{#Window}"" open ""%1"""
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: commandline; Check: PathLacks(ExpandConstant('{app}'))

[Run]
Filename: "{app}\{#Window}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent

[Code]
function CurrentPath(): String;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Result) then
    Result := '';
end;

function PathLacks(Folder: String): Boolean;
begin
  Result := Pos(';' + Uppercase(Folder) + ';', ';' + Uppercase(CurrentPath()) + ';') = 0;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Before, Folder: String;
begin
  if Step <> usPostUninstall then
    Exit;
  Folder := ExpandConstant('{app}');
  Before := CurrentPath();
  if PathLacks(Folder) then
    Exit;
  StringChangeEx(Before, ';' + Folder, '', True);
  RegWriteExpandStringValue(HKCU, 'Environment', 'Path', Before);
end;
