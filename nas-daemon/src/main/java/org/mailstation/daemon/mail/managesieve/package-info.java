/** ManageSieve (RFC 5804): mail programs write the filter rules of their person. */
@NullMarked
package org.mailstation.daemon.mail.managesieve;

import org.jspecify.annotations.NullMarked;
