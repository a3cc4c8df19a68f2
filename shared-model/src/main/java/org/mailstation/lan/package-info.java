/**
 * The home networks that this computer is part of, and questions in them: to everybody by datagram,
 * to one device by HTTP and XML.
 */
@NullMarked
package org.mailstation.lan;

import org.jspecify.annotations.NullMarked;
