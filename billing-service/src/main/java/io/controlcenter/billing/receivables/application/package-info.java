/** Posting, crediting, collecting. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.receivables.application;
