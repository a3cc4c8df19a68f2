# shellcheck shell=bash
# Mail as people and other servers do it: Postfix on inet, curl as the mail program on pc. Uses lib.sh.
# The story sets STATION (the station's name), PORTS_AT (where pc reaches it), CERTIFICATE (a PEM file), and MAIL_PASSWORD.

# letter FILE FROM TO SUBJECT: one with everything that gets lost on the way easily: umlauts, lines with leading dots, a long line
letter() {
    cat >"$1" <<X
From: $2
To: $3
Subject: $4
Date: $(date -R)
Message-ID: <$(now).$RANDOM@${2##*@}>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Grüße von $2, $RANDOM-$RANDOM.
.
..two dots
$(printf 'long %.0s' {1..150})

The end.
X
}
# The text below the header, with one kind of line end, without the empty lines that a mailbox file adds behind it
text_of() { printf '%s\n' "$(sed -e 's/\r$//' "$1" | sed '1,/^$/d')"; }
same_text() { # WHAT SENT-FILE RECEIVED-FILE
    local difference
    difference=$(diff <(text_of "$2") <(text_of "$3")) || fail "$1: the text differs: $difference"
}

# post_from_outside FILE FROM TO: hands a letter to Postfix, as a person there would
post_from_outside() { inet su -s /bin/sh friend -c "/usr/sbin/sendmail -i -f '$2' '$3'" <"$1"; }
outside_log_says() { "$LAB" logs inet-mail | grep -E -- "$1"; }
# outside_letter TEXT: the letter in the other provider's mailbox that has this in it
outside_letter() { inet cat /var/mail/friend | awk -v text="$1" '/^From /{if (found) exit; letter = ""} {letter = letter $0 "\n"} index($0, text){found = 1} END{printf "%s", letter}'; }
outside_has() { inet grep -qsF -- "$1" /var/mail/friend; } # TEXT

# The mail program: curl, with the password from its configuration on standard input, and the station's certificate as its only trust
mail_program() { # USER URL [curl options]
    local user=$1 url=$2; shift 2
    printf 'user = "%s:%s"\n' "$user" "$MAIL_PASSWORD" |
        pc curl -sS -K - --max-time 20 --cacert "$CERTIFICATE" --connect-to "$STATION::$PORTS_AT:" "$@" "$url"
}
# read_letter USER PROTOCOL FILE: the newest-but-none, that is, the first letter of the mailbox
read_letter() {
    case $2 in
        imaps | imap) mail_program "$1" "$2://$STATION/INBOX;MAILINDEX=${4:-1}" --ssl-reqd >"$3" ;;
        pop3s | pop3) mail_program "$1" "$2://$STATION/${4:-1}" --ssl-reqd >"$3" ;;
    esac
}
# submit USER FILE FROM TO URL-PREFIX, as smtps://NAME:465
submit() {
    local user=$1 file=$2 from=$3 to=$4 url=$5; shift 5
    mail_program "$user" "$url/pc.home.example" --ssl-reqd --mail-from "$from" --mail-rcpt "$to" --crlf -T "$file" "$@"
}

# talk NODE HOST PORT LINE...: says the lines in clear, prints what comes back
talk() {
    local node=$1 host=$2 port=$3; shift 3
    printf '%s\r\n' "$@" | "$LAB" exec "$node" socat -t 4 - "TCP:$host:$port,connect-timeout=5"
}
