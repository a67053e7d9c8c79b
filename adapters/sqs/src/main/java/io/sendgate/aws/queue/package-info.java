/// The queue in SQS.
@NullMarked
package io.sendgate.aws.queue;

import org.jspecify.annotations.NullMarked;
