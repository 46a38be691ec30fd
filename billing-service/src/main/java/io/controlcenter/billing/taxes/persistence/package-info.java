/** The table-driven provider. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.taxes.persistence;
