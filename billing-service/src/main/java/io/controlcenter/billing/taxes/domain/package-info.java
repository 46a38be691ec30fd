/** Rules of taxes as plain Java. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.taxes.domain;
