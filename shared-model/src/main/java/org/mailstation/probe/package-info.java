/** What can be asked of name servers and mail ports, and every kind of answer that can come. */
@NullMarked
package org.mailstation.probe;

import org.jspecify.annotations.NullMarked;
