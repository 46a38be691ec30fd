/** The table of taxes over HTTP. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.taxes.web;
