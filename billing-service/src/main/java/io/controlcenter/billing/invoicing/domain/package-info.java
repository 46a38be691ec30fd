/** What an invoice says, and whether it may be issued: plain Java. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.invoicing.domain;
