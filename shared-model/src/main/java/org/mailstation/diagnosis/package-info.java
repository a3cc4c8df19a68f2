/** Names the root causes among many findings, so that a person hears of one culprit. */
@NullMarked
package org.mailstation.diagnosis;

import org.jspecify.annotations.NullMarked;
