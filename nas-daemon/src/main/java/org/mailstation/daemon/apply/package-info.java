/** From a configuration to running services: stage, switch, check, keep or roll back. */
@NullMarked
package org.mailstation.daemon.apply;

import org.jspecify.annotations.NullMarked;
