package io.sendgate.local.gate;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// A store that can be cut off: while it is, no call of the client gets through.
final class Outage implements ExecutionInterceptor {

    private volatile boolean going;

    void begin() {
        going = true;
    }

    void end() {
        going = false;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (going) {
            throw SdkClientException.create("the store is cut off");
        }
    }
}
