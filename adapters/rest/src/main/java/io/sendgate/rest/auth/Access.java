package io.sendgate.rest.auth;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;

/// Which key a path takes.
enum Access {
    OPEN,
    ACCOUNT,
    OPERATOR,
    ANY_KEY;

    /// What a resource method is marked with, else its class; what is not marked is the operator's.
    static Access of(Method method, Class<?> resource) {
        if (isMarked(method)) {
            return marked(method);
        }
        return marked(resource);
    }

    private static boolean isMarked(AnnotatedElement element) {
        return element.isAnnotationPresent(NeedsOperator.class) || marked(element) != OPERATOR;
    }

    private static Access marked(AnnotatedElement element) {
        if (element.isAnnotationPresent(OpenToAll.class)) {
            return OPEN;
        }
        if (element.isAnnotationPresent(NeedsAccount.class)) {
            return ACCOUNT;
        }
        return element.isAnnotationPresent(NeedsAnyKey.class) ? ANY_KEY : OPERATOR;
    }
}
