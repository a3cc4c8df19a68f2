#!/usr/bin/env bash
# The assistant's window before the real daemon: the practice station on pc, with somebody at the keyboard of a display in memory.
# Counts what has to be pressed and typed. Everything is drawn half as large again, as on a small screen with fine pixels. A picture of every page is
# kept in $RESULTS/window.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
story "somebody sets up mail in the window, from the first page to the proof"

PRACTICE=$PC_HOME/practice
SHOTS=$RESULTS/window
SAID_BY_WINDOW=$RESULTS/window.log
PRESSED=0 TYPED=0
mkdir -p "$SHOTS"

display
end_window() {
    [ -z "${PROGRAM:-}" ] || kill "$PROGRAM" 2>/dev/null || true
    [ -z "${PROGRAM:-}" ] || wait "$PROGRAM" 2>/dev/null || true
    end_display
}
collect_logs() { end_window; }

# press KEY...: as a person does, who looks first; type_text TEXT: letter by letter
press() {
    xdotool key --clearmodifiers "$1"
    PRESSED=$((PRESSED + 1))
}
type_text() {
    xdotool type --delay 12 -- "$1"
    TYPED=$((TYPED + ${#1}))
}
turned() { grep -q "page $1 $2" "$SAID_BY_WINDOW"; }
page() { # STEP STATE: waits for the page, and takes a picture of it
    eventually 60 "the page $1 $2" turned "$1" "$2"
    picture "$1"
}
# a picture is taken once nothing moves any more
still() {
    import -window root "$RESULTS/now.png"
    import -window root "$RESULTS/then.png"
    cmp -s "$RESULTS/now.png" "$RESULTS/then.png"
}
picture() {
    eventually 20 "a picture at rest" still
    cp "$RESULTS/now.png" "$SHOTS/$(printf '%02d' "$(find "$SHOTS" -name '*.png' | wc -l)")-$1.png"
}
configured() { pc "$PRACTICE/nas/current/bin/mailstationctl" config show 2>/dev/null | grep -qF "$1"; }

step "the window opens"
pc env MAILSTATION_JAVA_OPTIONS="-Dmailstation.log=INFO -Duser.language=en -Dglass.gtk.uiScale=150%" DISPLAY="$DISPLAY" \
    "$MAIL_STATION" practice --window --folder "$PRACTICE" >"$RESULTS/practice.out" 2>"$SAID_BY_WINDOW" &
PROGRAM=$!
eventually 60 "the first page" turned FIND Locating
there() { xdotool search --onlyvisible --name "Mail Station"; }
eventually 60 "the window" there
WINDOW=$(there | tail -n 1)
xdotool windowfocus --sync "$WINDOW"
# at 150 % it would like 1440 by 1020 pixels, and there are 1280 by 900: all of it is on the screen, and drawn to its last button
measure() { xdotool getwindowgeometry --shell "$WINDOW" | sed -n "s/^$1=//p"; }
X=$(measure X) Y=$(measure Y) WIDTH=$(measure WIDTH) HEIGHT=$(measure HEIGHT)
note "the window has $WIDTH by $HEIGHT pixels at $X, $Y"
{ [ "$X" -ge 0 ] && [ "$Y" -ge 0 ] && [ $((X + WIDTH)) -le 1280 ] && [ $((Y + HEIGHT)) -le 900 ]; } || fail "the window is larger than the screen"
[ "$WIDTH" -gt 1200 ] || fail "nothing is scaled"
drawn() { # the coloured button at the right of the foot
    import -window root "$RESULTS/now.png"
    [ "$(convert "$RESULTS/now.png" -crop "200x80+$((X + WIDTH - 220))+$((Y + HEIGHT - 90))" +repage -format %k info:)" -gt 20 ]
}
eventually 20 "the foot of the first page" drawn
picture FIND
PASSWORD=$(grep -o '[0-9a-f]\{12\}$' "$RESULTS/practice.out" | tail -n 1)

step "one press takes what is found; the host key and the sign-in are the person's own"
press alt+w
page FIND ConfirmingKey
press alt+t
page SIGN_IN SigningIn
type_text "$PASSWORD"
press Return

step "the daemon is installed and the line measured without anything to press"
page NAME Filling
type_text "family.example"
press Return
page PEOPLE Filling
type_text "Anna"
press Tab
press Tab
type_text "correct-Horse-7-battery"
press Return

step "a look at what will be, and one press applies it"
page REVIEW Reviewing
press Return
page REVIEW Running
same "presses until mail runs, with the tabs between fields" 8 "$PRESSED"
note "until mail runs: $PRESSED keys pressed, $TYPED characters typed"
configured 'anna@family.example' || fail "the station does not have the mailbox"

step "ports, records, and the proof"
press Return
page PORTS Afterwards
press Return
page RECORDS Afterwards
press Return
page PROOF Afterwards
can_begin() { grep -q "proof of one of 1 mailboxes can begin" "$SAID_BY_WINDOW"; }
eventually 60 "the mailbox on the page" can_begin
press alt+s
# The letter goes to the outside, which is the relay and keeps it; then the station sends one to itself, whose arrival proves the station, not the line
arrived() { grep -q "proof LETTER letter:home PASS" "$SAID_BY_WINDOW"; }
eventually 120 "the letter in Anna's mailbox" arrived
known() { pc "$PRACTICE/nas/current/bin/mailstationctl" trace --to anna@family.example 2>/dev/null | grep -q "anna@family.example"; }
known || fail "the trace does not know the letter"
signed_in() { grep -q "proof LOGIN login PASS" "$SAID_BY_WINDOW"; }
eventually 60 "the login to the mailbox" signed_in
picture PROOF
same "presses until a letter is delivered" 12 "$PRESSED"
same "characters until a letter is delivered" 53 "$TYPED"
note "until a letter is delivered and shown as arrived: $PRESSED keys pressed, $TYPED characters typed"

step "the end of the window is the end of the practice"
xdotool key ctrl+q
gone() { ! kill -0 "$PROGRAM" 2>/dev/null; }
eventually 30 "the end" gone
[ ! -e "$PRACTICE" ] || fail "the folder is still there"
the_end
