/** The use cases of ticketing: one transaction each. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair.ticketing.application;
