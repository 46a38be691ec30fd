/** What every request meets first: limits, refusals and the headers of every answer. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.gateway.edge;
