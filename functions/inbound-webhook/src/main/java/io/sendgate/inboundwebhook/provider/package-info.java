/// One adapter per provider: how its requests are believed, read and answered.
@NullMarked
package io.sendgate.inboundwebhook.provider;

import org.jspecify.annotations.NullMarked;
