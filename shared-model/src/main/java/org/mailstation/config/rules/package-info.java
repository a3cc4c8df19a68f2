/**
 * What a configuration must obey. Pure: a configuration goes in, all its problems come out, each
 * with its field.
 */
@NullMarked
package org.mailstation.config.rules;

import org.jspecify.annotations.NullMarked;
