package io.controlcenter.gateway.upstream;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The connections to the services. The minimal client knows no redirects, cookies, retries or decompression: what a
 * service says goes back to the caller as it is.
 */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

    private static final int SPARE = 32;

    @Bean
    CloseableHttpClient upstreamClient(GatewaySettings settings) {
        int most = settings.services().values().stream()
                .mapToInt(GatewaySettings.Service::concurrency)
                .max()
                .orElse(1);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(most + SPARE)
                .setMaxConnTotal(
                        (most + SPARE) * Math.max(1, settings.services().size()))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(1))
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setTcpNoDelay(true).build())
                .build();
        return HttpClients.createMinimal(connections);
    }
}
