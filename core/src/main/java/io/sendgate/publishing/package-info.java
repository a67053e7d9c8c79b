/// Whether a version of a policy may be published: what it contradicts, and what the policy has
/// promised about its versions. Pure.
@NullMarked
package io.sendgate.publishing;

import org.jspecify.annotations.NullMarked;
