/** Bill runs in chunks, each a transaction of its own. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.invoicing.application;
