/**
 * The conversation between the assistant (or {@code mailstationctl}) and the daemon: typed JSON-RPC
 * 2.0 over the standard input and output of an SSH channel or over the daemon's Unix-domain socket,
 * framed like the Language Server Protocol ({@code Content-Length}).
 */
@NullMarked
package org.mailstation.control;

import org.jspecify.annotations.NullMarked;
