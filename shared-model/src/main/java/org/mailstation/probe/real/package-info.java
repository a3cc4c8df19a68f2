/** Asks for real: name servers by dnsjava, mail ports by sockets. The only place that does. */
@NullMarked
package org.mailstation.probe.real;

import org.jspecify.annotations.NullMarked;
