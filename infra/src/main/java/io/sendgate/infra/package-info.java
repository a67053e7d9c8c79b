/// The CDK app: what a deployed suite is made of, by life-time.
@NullMarked
package io.sendgate.infra;

import org.jspecify.annotations.NullMarked;
