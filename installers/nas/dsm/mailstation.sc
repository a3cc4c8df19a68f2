[mailstation_letters]
title="Mail Station: letters from other servers"
desc="SMTP; the router leads its port 25 here"
port_forward="no"
dst.ports="2525/tcp"

[mailstation_programs]
title="Mail Station: programs and phones"
desc="Sending, IMAP, POP3, filters"
port_forward="no"
dst.ports="4650,5870,9930,1143,9950,1110,4190/tcp"
