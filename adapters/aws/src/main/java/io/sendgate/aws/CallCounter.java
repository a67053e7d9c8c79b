package io.sendgate.aws;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/// Counts the storage calls that a client has made: what an operation costs, told by the wire.
///
/// Register it with a client's override configuration. A call that the client repeats counts
/// once.
public final class CallCounter implements ExecutionInterceptor {

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

    /// One call of the store.
    ///
    /// @param table the deployed table's name; empty for an operation on none or on several
    /// @param operation the operation's name, `PutItem`
    /// @param consistent whether it asked for a strongly consistent read
    /// @param refused whether its condition was not met
    public record Call(
            Optional<String> table, String operation, boolean consistent, boolean refused) {

        /// Whether it wrote, or tried to.
        public boolean writes() {
            return operation.startsWith("Put")
                    || operation.startsWith("Update")
                    || operation.startsWith("Delete")
                    || operation.startsWith("BatchWrite");
        }
    }

    /// Every call so far, in the order in which they ended.
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /// How many calls there were of a kind.
    public long count(Predicate<Call> kind) {
        return calls.stream().filter(kind).count();
    }

    /// How many calls only read.
    public long reads() {
        return count(call -> !call.writes());
    }

    /// How many calls wrote, or tried to.
    public long writes() {
        return count(Call::writes);
    }

    /// Forgets every call.
    public void reset() {
        calls.clear();
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        calls.add(call(context.request(), attributes, false));
    }

    @Override
    public void onExecutionFailure(
            Context.FailedExecution context, ExecutionAttributes attributes) {
        boolean refused = context.exception() instanceof ConditionalCheckFailedException;
        calls.add(call(context.request(), attributes, refused));
    }

    private static Call call(SdkRequest request, ExecutionAttributes attributes, boolean refused) {
        return new Call(
                request.getValueForField("TableName", String.class),
                attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
                request.getValueForField("ConsistentRead", Boolean.class).orElse(false),
                refused);
    }
}
