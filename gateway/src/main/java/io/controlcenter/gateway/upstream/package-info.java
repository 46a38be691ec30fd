/** The services behind the gateway, each with its own connections, breaker and bulkhead. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.gateway.upstream;
