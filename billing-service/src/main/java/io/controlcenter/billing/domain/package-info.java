/** Values that every capability of this service speaks of: plain Java. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.domain;
