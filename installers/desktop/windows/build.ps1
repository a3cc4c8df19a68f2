# Makes the installer of the assistant for Windows. Never run so far: there was no Windows to try it on.
#
# usage: build.ps1 -Program FOLDER
#   FOLDER: desktop-app\target\mail-station as the build on Linux made it, with the packages for NASes in it
# Needs a JDK 25 (JAVA_HOME), Maven, and WiX 3 or later on the PATH, which jpackage calls.
# Removed by "Apps" of the settings. What a person set stays in %APPDATA%, and where the autostart was on, its value in the registry:
#   reg delete HKCU\Software\Microsoft\Windows\CurrentVersion\Run /v "Mail Station"
param([Parameter(Mandatory = $true)][string]$Program)
$ErrorActionPreference = 'Stop'
$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$common = Join-Path $here '..'
$work = Join-Path $common 'target\windows'
$jdk = Join-Path $env:JAVA_HOME 'bin'

function Must([string]$what) { if ($LASTEXITCODE -ne 0) { throw "$what ended with $LASTEXITCODE" } }

# 1. The jars, with those of JavaFX for Windows in place of those for Linux; its libraries beside them, or each person would get a copy of them
Remove-Item -Recurse -Force -ErrorAction Ignore $work
New-Item -ItemType Directory "$work\lib" | Out-Null
Copy-Item "$Program\lib\*.jar" "$work\lib" -Exclude 'javafx-*-linux.jar'
Get-ChildItem "$Program\lib\javafx-*-linux.jar" | ForEach-Object {
    $null = $_.Name -match '^(javafx-[a-z]+)-(.+)-linux\.jar$'
    mvn -B -q dependency:copy "-Dartifact=org.openjfx:$($Matches[1]):$($Matches[2]):jar:win" "-DoutputDirectory=$work\lib"
    Must 'fetching JavaFX'
}
Add-Type -AssemblyName System.IO.Compression, System.IO.Compression.FileSystem
Get-ChildItem "$work\lib\javafx-*.jar" | ForEach-Object {
    $jar = [IO.Compression.ZipFile]::Open($_.FullName, 'Update')
    foreach ($entry in @($jar.Entries | Where-Object { $_.Name -like '*.dll' })) {
        [IO.Compression.ZipFileExtensions]::ExtractToFile($entry, "$work\lib\$($entry.Name)", $true)
        $entry.Delete()
    }
    $jar.Dispose()
}
Copy-Item -Recurse "$Program\nas" "$work\lib\nas"
$main = (Get-ChildItem "$work\lib\desktop-app-*.jar").Name
# Windows wants numbers only
$version = $main -replace '^desktop-app-([0-9.]+).*\.jar$', '$1'

# 2. Its own Java, and the icon
& "$jdk\jlink" "@$common\jlink" --output "$work\jre"
Must 'jlink'
& "$jdk\java" '-Djava.awt.headless=true' -cp "$work\lib\*" (Join-Path $here 'IconFile.java') "$work\mail-station.ico"
Must 'drawing the icon'

# 3. The program, and a second one that speaks in a terminal: mail-station --help
$given = Get-Content "$common\java-options"
$options = $given | ForEach-Object { '--java-options'; $_ }
Set-Content "$work\mail-station.properties" 'win-console=true', 'win-menu=false', 'win-shortcut=false'
& "$jdk\jpackage" --type app-image --name 'Mail Station' --app-version $version --vendor 'Mail Station' --description "The family's e-mail on the NAS at home" `
    --input "$work\lib" --main-jar $main --main-class org.mailstation.desktop.Main --runtime-image "$work\jre" --icon "$work\mail-station.ico" `
    @options --java-options '-Dmailstation.packages=$APPDIR\nas' --java-options '-XX:AOTCache=$APPDIR\mail-station.aot' `
    --add-launcher "mail-station=$work\mail-station.properties" --dest $work
Must 'jpackage'
$image = "$work\Mail Station"

# 4. What Java learns when the program begins, with the jars in the order in which the launcher has them. It writes that down when it ends by itself,
#    which the window does not: Windows has no signal that asks a program to. So the start of the window is learned on the other systems only.
$app = "$image\app"
$classpath = (Get-Content "$app\Mail Station.cfg" | Where-Object { $_ -like 'app.classpath=*' } |
    ForEach-Object { ($_ -replace '^app\.classpath=', '').Replace('$APPDIR', $app) }) -join ';'
$learn = $given + (Get-Content "$common\rehearsal-options")
& "$image\runtime\bin\java" @learn "-XX:AOTCacheOutput=$app\mail-station.aot" -cp $classpath org.mailstation.desktop.Main --help | Out-Null
if (-not (Test-Path "$app\mail-station.aot")) { Write-Warning 'no start cache was made: the program starts more slowly' }

# 5. The installer: for one person, without an administrator, with an entry in the start menu
& "$jdk\jpackage" --type msi --name 'Mail Station' --app-version $version --vendor 'Mail Station' --app-image $image `
    --win-per-user-install --win-menu --win-shortcut-prompt --win-upgrade-uuid 6d0b1a52-3c0f-4e6b-9d39-5f6a0a3b7e11 --dest "$common\target"
Must 'jpackage'
Get-ChildItem "$common\target\*.msi" | ForEach-Object { '{0}: {1:N0} MB' -f $_.Name, ($_.Length / 1e6) }
