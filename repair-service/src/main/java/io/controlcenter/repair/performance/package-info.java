/** How fast repair is, by enterprise and month. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair.performance;
