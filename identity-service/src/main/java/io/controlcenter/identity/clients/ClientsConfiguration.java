package io.controlcenter.identity.clients;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

@Configuration(proxyBeanMethods = false)
class ClientsConfiguration {

    @Bean
    RegisteredClientRepository registeredClients(JdbcOperations jdbc) {
        return new AskedForAnything(new JdbcRegisteredClientRepository(jdbc));
    }

    /** Client ids come from outside, also inside of signed assertions; no database takes a NUL. */
    private record AskedForAnything(RegisteredClientRepository stored) implements RegisteredClientRepository {

        @Override
        public void save(RegisteredClient client) {
            stored.save(client);
        }

        @Override
        public @Nullable RegisteredClient findById(String id) {
            return stored.findById(id);
        }

        @Override
        public @Nullable RegisteredClient findByClientId(String clientId) {
            return clientId.isEmpty() || clientId.indexOf('\0') >= 0 ? null : stored.findByClientId(clientId);
        }
    }
}
