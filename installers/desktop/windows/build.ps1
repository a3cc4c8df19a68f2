# Makes the installer of the assistant for Windows. Never run so far: there was no Windows to try it on.
#
# usage: build.ps1 -Program FOLDER
#   FOLDER: desktop-app\target\mail-station as the build on Linux made it, with the packages for NASes in it
# Needs a JDK 25 (JAVA_HOME), Maven, and WiX 3 or later on the PATH, which jpackage calls.
param([Parameter(Mandatory = $true)][string]$Program)
$ErrorActionPreference = 'Stop'
$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$work = Join-Path $here '..\target\windows'
$jdk = Join-Path $env:JAVA_HOME 'bin'

function Must([string]$what) { if ($LASTEXITCODE -ne 0) { throw "$what ended with $LASTEXITCODE" } }

# 1. The jars, with the libraries of Windows in place of those of Linux
Remove-Item -Recurse -Force -ErrorAction Ignore $work
New-Item -ItemType Directory "$work\lib" | Out-Null
Copy-Item "$Program\lib\*.jar" "$work\lib" -Exclude 'javafx-*-linux.jar'
Get-ChildItem "$Program\lib\javafx-*-linux.jar" | ForEach-Object {
    $null = $_.Name -match '^(javafx-[a-z]+)-(.+)-linux\.jar$'
    mvn -B -q dependency:copy "-Dartifact=org.openjfx:$($Matches[1]):$($Matches[2]):jar:win" "-DoutputDirectory=$work\lib"
    Must 'fetching JavaFX'
}
Copy-Item -Recurse "$Program\nas" "$work\lib\nas"
$main = (Get-ChildItem "$work\lib\desktop-app-*.jar").Name
$version = $main -replace '^desktop-app-(.+)\.jar$', '$1'

# 2. Its own Java
$modules = Get-Content (Join-Path $here '..\modules')
& "$jdk\jlink" --add-modules $modules --include-locales en,de --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-0 --output "$work\jre"
Must 'jlink'

# 3. The icon, and the installer: for one person, without an administrator, with an entry in the start menu
& "$jdk\java" '-Djava.awt.headless=true' -cp "$work\lib\*" (Join-Path $here 'IconFile.java') "$work\mail-station.ico"
Must 'drawing the icon'
& "$jdk\jpackage" --type msi --name 'Mail Station' --app-version $version --vendor 'Mail Station' --description "The family's e-mail on the NAS at home" `
    --input "$work\lib" --main-jar $main --main-class org.mailstation.desktop.Main --runtime-image "$work\jre" --icon "$work\mail-station.ico" `
    --java-options '--enable-native-access=ALL-UNNAMED' --java-options '-XX:+UseSerialGC' --java-options '-Dmailstation.packages=$APPDIR\nas' `
    --win-per-user-install --win-menu --win-shortcut-prompt --win-upgrade-uuid 6d0b1a52-3c0f-4e6b-9d39-5f6a0a3b7e11 --dest (Join-Path $here '..\target')
Must 'jpackage'
Get-ChildItem (Join-Path $here '..\target\*.msi') | ForEach-Object { '{0}: {1:N0} MB' -f $_.Name, ($_.Length / 1e6) }
