/// The suite's settings, each with its default, its unit and its doc.
@NullMarked
package io.sendgate.config;

import org.jspecify.annotations.NullMarked;
