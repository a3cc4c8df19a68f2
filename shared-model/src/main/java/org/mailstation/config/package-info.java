/**
 * The station's whole configuration as values that cannot change. No input or output happens here.
 */
@NullMarked
package org.mailstation.config;

import org.jspecify.annotations.NullMarked;
