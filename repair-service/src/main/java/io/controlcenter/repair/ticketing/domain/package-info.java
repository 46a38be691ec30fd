/** What a ticket is and may become, in plain Java. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair.ticketing.domain;
