/** Sets of rows read and written at once. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.invoicing.persistence;
