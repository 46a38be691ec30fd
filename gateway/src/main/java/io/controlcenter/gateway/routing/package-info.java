/** Which service owns a path, and how a request gets there and back. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.gateway.routing;
