/** Where services are delivered. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.sites;
