/** Listeners and connections: sockets, threads, lines, idle times, the change to TLS. */
@NullMarked
package org.mailstation.daemon.mail.net;

import org.jspecify.annotations.NullMarked;
