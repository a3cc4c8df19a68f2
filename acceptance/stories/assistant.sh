# shellcheck shell=bash
# The assistant on pc, as its command line, against the NAS of the lab. Uses lib.sh.

NAS=192.168.77.10
NAS_PASSWORD=Lab-Passw0rd
STATION=myhome.dyn.example
ANNA=anna@$STATION
MAIL_PASSWORD="correct horse 9 battery"
DATA=/var/lib/mailstation

# mail_station ARGUMENTS: the program as it was built here, on pc
mail_station() { pc "$TOP/desktop-app/target/mail-station" "$@"; }
