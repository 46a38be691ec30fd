/** Invoices as documents: to read, to print, to import, and for machines. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.documents;
