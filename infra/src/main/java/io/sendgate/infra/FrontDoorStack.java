package io.sendgate.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.FunctionUrlOrigin;
import software.amazon.awscdk.services.cloudfront.origins.FunctionUrlOriginProps;
import software.constructs.Construct;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// One host in front of the functions: the first path segment says which.
///
/// Nothing is cached, and every header but `Host` reaches the function. There is no origin access
/// control: with it a caller would have to send the hash of every body.
public final class FrontDoorStack extends Stack {

    private static final FunctionUnit DEFAULT = FunctionUnit.SEND_AUTHORIZATION;

    private final Distribution distribution;

    /// The stack over the functions' URLs.
    public FrontDoorStack(Construct scope, String id, FunctionsStack functions) {
        super(scope, id, Settings.stack("The front door"));
        Map<FunctionUnit, IOrigin> origins = origins(functions);
        Map<String, BehaviorOptions> behaviours = new LinkedHashMap<>();
        origins.forEach(
                (unit, origin) ->
                        unit.segments()
                                .forEach(
                                        segment ->
                                                behaviours.put(
                                                        "/" + segment + "*", behaviour(origin))));
        this.distribution =
                Distribution.Builder.create(this, "Distribution")
                        .comment("Sendgate")
                        .defaultBehavior(behaviour(Objects.requireNonNull(origins.get(DEFAULT))))
                        .additionalBehaviors(behaviours)
                        .httpVersion(HttpVersion.HTTP2_AND_3)
                        .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
                        .priceClass(PriceClass.PRICE_CLASS_ALL)
                        .build();
        Suppressions.ofFrontDoor(distribution);
        CfnOutput.Builder.create(this, "BaseUrl")
                .value("https://" + distribution.getDistributionDomainName())
                .build();
    }

    private static Map<FunctionUnit, IOrigin> origins(FunctionsStack functions) {
        Map<FunctionUnit, IOrigin> origins = new EnumMap<>(FunctionUnit.class);
        for (FunctionUnit unit : FunctionUnit.values()) {
            functions
                    .function(unit)
                    .url()
                    .ifPresent(
                            url ->
                                    origins.put(
                                            unit,
                                            new FunctionUrlOrigin(
                                                    url,
                                                    FunctionUrlOriginProps.builder()
                                                            .readTimeout(Duration.seconds(30))
                                                            .keepaliveTimeout(Duration.seconds(60))
                                                            .build())));
        }
        return origins;
    }

    private static BehaviorOptions behaviour(IOrigin origin) {
        return BehaviorOptions.builder()
                .origin(origin)
                .allowedMethods(AllowedMethods.ALLOW_ALL)
                .cachePolicy(CachePolicy.CACHING_DISABLED)
                .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .compress(false)
                .build();
    }

    /// The distribution.
    public Distribution distribution() {
        return distribution;
    }
}
