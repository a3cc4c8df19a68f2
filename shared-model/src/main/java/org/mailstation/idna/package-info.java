/**
 * Names of domains in the letters of all languages (RFC 5890 to 5895): the form that the DNS knows,
 * and the one that people write.
 */
@NullMarked
package org.mailstation.idna;

import org.jspecify.annotations.NullMarked;
