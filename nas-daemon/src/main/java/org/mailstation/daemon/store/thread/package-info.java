/**
 * Which letters belong to one conversation, by their Message-ID, In-Reply-To and References (RFC
 * 5322, 3.6.4).
 */
@NullMarked
package org.mailstation.daemon.store.thread;

import org.jspecify.annotations.NullMarked;
