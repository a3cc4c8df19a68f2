/** The configuration as a TOML file that a person can read and edit. */
@NullMarked
package org.mailstation.config.toml;

import org.jspecify.annotations.NullMarked;
