package io.sendgate.rest.problem;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;

import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// The methods that each path takes, for the `Allow` header of a 405.
///
/// The framework knows them and does not say them, so they are read from its routes, once.
final class AllowedMethods {

    private final List<Route> routes;

    private AllowedMethods(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /// The methods of the paths that this process serves.
    static AllowedMethods ofThisProcess() {
        List<Route> routes = new ArrayList<>();
        for (RequestMapper.RequestPath<RestInitialHandler.InitialMatch> resource :
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers()) {
            for (ServerRestHandler handler : resource.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    collect(resource.template.template, routing.getMappers(), routes);
                }
            }
        }
        return new AllowedMethods(routes);
    }

    private static void collect(
            String prefix,
            Map<String, RequestMapper<RuntimeResource>> mappers,
            List<Route> routes) {
        mappers.forEach(
                (method, mapper) -> {
                    if (method != null) {
                        mapper.getTemplates()
                                .forEach(
                                        path ->
                                                routes.add(
                                                        Route.of(
                                                                method,
                                                                prefix
                                                                        + "/"
                                                                        + path.template.template)));
                    }
                });
    }

    /// The methods of a path; empty for a path there is not.
    NavigableSet<String> of(String path) {
        List<String> segments = Route.segments(path);
        NavigableSet<String> methods = new TreeSet<>();
        routes.stream()
                .filter(route -> route.matches(segments))
                .map(Route::method)
                .forEach(methods::add);
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    /// One method of one path template.
    private record Route(String method, List<String> template) {

        static Route of(String method, String template) {
            return new Route(method, segments(template));
        }

        static List<String> segments(String path) {
            return List.of(path.split("/")).stream().filter(segment -> !segment.isEmpty()).toList();
        }

        boolean matches(List<String> segments) {
            if (segments.size() != template.size()) {
                return false;
            }
            for (int i = 0; i < segments.size(); i++) {
                String expected = template.get(i);
                if (!expected.startsWith("{") && !expected.equals(segments.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
