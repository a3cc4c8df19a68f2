/**
 * What should stand in the DNS for this station, exactly: as a list, and as lines of a zone file
 * (RFC 1035 5.1). Nothing here asks anybody.
 */
@NullMarked
package org.mailstation.records;

import org.jspecify.annotations.NullMarked;
