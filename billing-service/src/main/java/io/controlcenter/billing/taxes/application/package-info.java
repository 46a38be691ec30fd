/** The provider of taxes as others ask it. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.taxes.application;
