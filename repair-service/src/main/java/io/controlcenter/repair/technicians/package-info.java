/** The provider's technicians, as identity tells them by event. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair.technicians;
