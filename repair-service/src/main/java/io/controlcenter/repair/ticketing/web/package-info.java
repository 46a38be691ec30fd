/** Tickets over HTTP. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair.ticketing.web;
