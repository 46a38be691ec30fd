/** The arithmetic of support hours and business days. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.support.domain;
