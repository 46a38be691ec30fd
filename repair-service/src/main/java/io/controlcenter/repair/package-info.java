/** Repair tickets from open to close. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair;
