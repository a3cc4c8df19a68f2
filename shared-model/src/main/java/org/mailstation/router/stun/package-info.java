/** The own address as somebody outside sees it: Binding requests of STUN, RFC 8489. */
@NullMarked
package org.mailstation.router.stun;

import org.jspecify.annotations.NullMarked;
