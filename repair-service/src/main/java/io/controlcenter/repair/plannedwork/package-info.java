/** The provider's planned work on services, as maintenance tells it by event. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair.plannedwork;
