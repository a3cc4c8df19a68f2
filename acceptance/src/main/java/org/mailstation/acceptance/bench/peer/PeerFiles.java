package org.mailstation.acceptance.bench.peer;

import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * The settings of Postfix and Dovecot. What is not named here has the value that it ships with;
 * only limits of how many clients may come are raised.
 */
record PeerFiles(Ground ground, Path home, Doors doors) {
    private static final int MOST_CLIENTS = 1024;

    String mainCf() {
        return """
               compatibility_level = 3.6
               queue_directory = %1$s/spool
               data_directory = %1$s/lib
               daemon_directory = /usr/lib/postfix/sbin
               command_directory = /usr/sbin
               mail_owner = postfix
               setgid_group = postdrop
               maillog_file = %1$s/log/postfix.log
               maillog_file_prefixes = %1$s
               myhostname = %2$s
               mydestination =
               mynetworks = 127.0.0.0/8
               inet_interfaces = 127.0.0.1
               inet_protocols = ipv4
               alias_maps =
               alias_database =
               virtual_mailbox_domains = %3$s
               virtual_mailbox_maps = texthash:%1$s/mailboxes
               virtual_transport = lmtp:unix:%1$s/run/bench-lmtp
               smtpd_tls_security_level = may
               smtpd_tls_cert_file = %4$s
               smtpd_tls_key_file = %5$s
               smtpd_client_connection_count_limit = 0
               message_size_limit = 50000000
               """
                .formatted(home, Ground.HOST, Ground.DOMAIN, ground.certificate(), ground.key());
    }

    String masterCf() {
        return """
               127.0.0.1:%d inet n - n - - smtpd
               127.0.0.1:%d inet n - n - - smtpd
                 -o smtpd_tls_security_level=encrypt
               127.0.0.1:%d inet n - n - - smtpd
                 -o smtpd_tls_wrappermode=yes
               pickup unix n - n 60 1 pickup
               cleanup unix n - n - 0 cleanup
               qmgr unix n - n 300 1 qmgr
               tlsmgr unix - - n 1000? 1 tlsmgr
               rewrite unix - - n - - trivial-rewrite
               bounce unix - - n - 0 bounce
               defer unix - - n - 0 bounce
               trace unix - - n - 0 bounce
               verify unix - - n - 1 verify
               flush unix n - n 1000? 0 flush
               proxymap unix - - n - - proxymap
               smtp unix - - n - - smtp
               error unix - - n - - error
               retry unix - - n - - error
               lmtp unix - - n - - lmtp
               anvil unix - - n - 1 anvil
               scache unix - - n - 1 scache
               postlog unix-dgram n - n - 1 postlogd
               """
                .formatted(
                        doors.smtp().port(), doors.submission().port(), doors.submissions().port());
    }

    String mailboxes() {
        return Ground.everybody().stream()
                .map(address -> address + " " + address + "\n")
                .collect(Collectors.joining());
    }

    String users() {
        return Ground.everybody().stream()
                .map(address -> address + ":" + ground.password() + "::::::\n")
                .collect(Collectors.joining());
    }

    String dovecotConf() {
        return """
               base_dir = %1$s/run
               state_dir = %1$s/state
               log_path = %1$s/log/dovecot.log
               protocols = imap pop3 lmtp
               listen = 127.0.0.1
               ssl = yes
               ssl_cert = <%2$s
               ssl_key = <%3$s
               mail_location = maildir:~/Maildir
               mail_max_userip_connections = %4$d
               passdb {
                 driver = passwd-file
                 args = scheme=PLAIN username_format=%%u %1$s/users
               }
               userdb {
                 driver = static
                 args = uid=%5$d gid=%5$d home=%1$s/mail/%%u
               }
               namespace inbox {
                 inbox = yes
               }
               service imap-login {
                 process_limit = %4$d
                 inet_listener imap {
                   port = %6$d
                 }
                 inet_listener imaps {
                   port = %7$d
                   ssl = yes
                 }
               }
               service pop3-login {
                 inet_listener pop3 {
                   port = %8$d
                 }
                 inet_listener pop3s {
                   port = %9$d
                   ssl = yes
                 }
               }
               service lmtp {
                 unix_listener bench-lmtp {
                   mode = 0600
                   user = postfix
                 }
               }
               """
                .formatted(
                        home,
                        ground.certificate(),
                        ground.key(),
                        MOST_CLIENTS,
                        PostfixDovecot.OWNER,
                        doors.imap().port(),
                        doors.imaps().port(),
                        doors.pop3().port(),
                        doors.pop3s().port());
    }
}
