@echo off
rem Mail Station, the assistant: mail-station --help
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=%HOME_DIR%\jre\bin\java.exe"
if not exist "%JAVA%" if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if not exist "%JAVA%" (
  echo mail-station: Java 25 was not found. Install it, or set JAVA_HOME to the folder that it is in. 1>&2
  exit /b 13
)
"%JAVA%" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED "-Dmailstation.packages=%HOME_DIR%\nas" -cp "%HOME_DIR%\lib\*" org.mailstation.desktop.Main %*
exit /b %ERRORLEVEL%
